import { GoogleGenAI } from '@google/genai';

const ai = new GoogleGenAI({
  apiKey: process.env.RELAY_KEY,
  vertexai: true,
  httpOptions: { baseUrl: 'https://relay.example.systems', apiVersion: 'v1' },
});

export const make = (prompt: string) =>
  ai.models.generateVideos({ model: 'veo-3.1-generate-001', prompt, config: { durationSeconds: 4 } });
