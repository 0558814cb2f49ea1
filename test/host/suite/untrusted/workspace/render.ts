import { GoogleGenAI } from '@google/genai';

const ai = new GoogleGenAI({ vertexai: true, project: 'demo', location: 'us-central1' });

export const film = () =>
  ai.models.generateVideos({
    model: 'veo-3.1-generate-001',
    prompt: 'A paper boat.',
    config: { durationSeconds: 8, resolution: '1080p', generateAudio: true },
  });
