import { GoogleGenAI } from '@google/genai';

const model = (process.env.VEO_MODEL ?? 'models/veo-3.1-fast-generate-preview').replace(/^models\//, '');
const ai = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });

export const render = (prompt: string) => ai.models.generateVideos({ model, prompt });
