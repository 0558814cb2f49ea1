import { GoogleGenAI } from '@google/genai';

const onVertex = process.env.GOOGLE_GENAI_USE_VERTEXAI === 'true';
const ai = onVertex
  ? new GoogleGenAI({ vertexai: true, project: process.env.GCP_PROJECT, location: process.env.GCP_REGION })
  : new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });

export interface ClipOptions {
  prompt: string;
  resolution?: string;
  negativePrompt?: string;
  audio?: boolean;
}

export function submit(o: ClipOptions) {
  return ai.models.generateVideos({
    model: process.env.VEO_MODEL ?? 'veo-3.0-generate-001',
    prompt: o.prompt,
    config: {
      durationSeconds: 8,
      ...(o.resolution ? { resolution: o.resolution } : {}),
      ...(onVertex && { generateAudio: o.audio ?? true }),
      ...(o.negativePrompt ? { negativePrompt: o.negativePrompt } : {}),
    },
  });
}

export function submitWith(o: ClipOptions, extra: object) {
  return ai.models.generateVideos({
    model: process.env['VEO_MODEL'] || 'veo-3.0-fast-generate-001',
    prompt: o.prompt,
    config: { numberOfVideos: 1, aspectRatio: '16:9', ...extra },
  });
}
