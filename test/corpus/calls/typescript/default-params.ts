import { GoogleGenAI } from '@google/genai';

const ai = new GoogleGenAI({ vertexai: true, project: 'acme-media', location: 'us-central1' });

interface Options { model?: string; durationSeconds?: number; aspectRatio?: string; sampleCount?: number }

export async function withDefaults(prompt: string, { model = 'veo-3.1-fast-generate-001', aspectRatio = '16:9' }: Options = {}) {
  return ai.models.generateVideos({ model, prompt, config: { aspectRatio, durationSeconds: 8 } });
}

export async function nullish(prompt: string, options: Options) {
  const config = {
    durationSeconds: options.durationSeconds ?? 6,
    numberOfVideos: options.sampleCount || 1,
    generateAudio: false,
  };
  return ai.models.generateVideos({ model: options.model ?? 'veo-3.1-generate-001', prompt, config });
}

export const positional = (prompt: string, model: string = 'veo-2.0-generate-001', config = { durationSeconds: 5 }) =>
  ai.models.generateVideos({ model, prompt, config });
