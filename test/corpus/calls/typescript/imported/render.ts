import { GoogleGenAI } from '@google/genai';
import { CLIP_SECONDS, MODELS, VIDEO_MODEL } from './models';
import { log } from '../util/log';

const ai = new GoogleGenAI({ vertexai: true, project: 'acme-media', location: 'us-central1' });

export async function preview(prompt: string) {
  log('preview', VIDEO_MODEL);
  const op = await ai.models.generateVideos({
    model: VIDEO_MODEL,
    prompt,
    config: { durationSeconds: CLIP_SECONDS, aspectRatio: '16:9', generateAudio: false },
  });
  return op.name;
}

export const hero = (prompt: string) =>
  ai.models.generateVideos({
    model: MODELS.hero,
    prompt,
    config: { durationSeconds: 8, resolution: '1080p' },
  });

export const social = (prompt: string, n: number) =>
  ai.models.generateVideos({ model: MODELS['social'], prompt, config: { numberOfVideos: n, aspectRatio: '9:16' } });
