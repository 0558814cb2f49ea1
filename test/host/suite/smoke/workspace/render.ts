import { GoogleGenAI } from '@google/genai';

const ai = new GoogleGenAI({ vertexai: true, project: 'studio', location: 'us-central1' });

export async function teaser(prompt: string) {
  return ai.models.generateVideos({
    model: 'veo-3.1-lite-generate-001',
    prompt,
    config: { durationSeconds: 8, resolution: '720p' },
  });
}

export async function forgotten(prompt: string) {
  return ai.models.generateVideos({ model: 'veo-2.0-generate-001', prompt });
}
