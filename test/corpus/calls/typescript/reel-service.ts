import { GoogleGenAI, type GenerateVideosOperation } from '@google/genai';
import { setTimeout as wait } from 'node:timers/promises';

const ai = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });

export async function makeReel(prompt: string): Promise<string> {
  let op: GenerateVideosOperation = await ai.models.generateVideos({
    model: 'veo-3.0-fast-generate-001',
    prompt,
    config: { durationSeconds: 6, resolution: '720p', aspectRatio: '9:16', numberOfVideos: 1 },
  });

  while (!op.done) {
    await wait(10_000);
    op = await ai.operations.getVideosOperation({ operation: op });
  }
  const uri = op.response?.generatedVideos?.[0]?.video?.uri;
  if (!uri) throw new Error('no clip came back');
  return uri;
}

export async function makeBanner(prompt: string, still: Uint8Array) {
  return ai.models.generateVideos({
    model: "models/veo-3.1-generate-preview",
    prompt: prompt + ' slow dolly in',
    image: { imageBytes: Buffer.from(still).toString('base64'), mimeType: 'image/png' },
  });
}
