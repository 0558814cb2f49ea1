import { GoogleGenAI } from '@google/genai';
import { Engine, Size } from './models';

class ModelName {
  constructor(readonly id: string) {}
}
const fine = new ModelName('veo-3.1-generate-preview');
const ai = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });

await ai.models.generateVideos({ model: Engine.Quick, prompt: 'kelp', config: { resolution: Size.Hd, numberOfVideos: 1 } });
await ai.models.generateVideos({ model: fine.id, prompt: 'kelp', config: { durationSeconds: 8 } });
