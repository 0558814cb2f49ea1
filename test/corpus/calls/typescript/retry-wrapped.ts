import pRetry from 'p-retry';
import { GoogleGenAI, type GenerateVideosConfig } from '@google/genai';
import config from './config.json';

const MODEL = process.env.VEO_MODEL_ID?.trim() || 'veo-3.1-fast-generate-001';
const vertexai = true;
const ai = new GoogleGenAI({ vertexai, project: config.project, location: config.location });

const BASE: GenerateVideosConfig = Object.freeze({ aspectRatio: '9:16', generateAudio: false });

export async function POST(request: Request) {
  const { prompt, durationSeconds = 8, ...rest } = await request.json();
  try {
    const op = await pRetry(
      () =>
        ai.models.generateVideos({
          model: MODEL,
          prompt,
          config: { ...BASE, durationSeconds },
        }),
      { retries: 4 },
    );
    return Response.json({ name: op.name, rest });
  } catch (error: unknown) {
    return Response.json({ error: error instanceof Error ? error.message : 'failed' }, { status: 500 });
  }
}

export const PUT = async (request: Request) =>
  Response.json(
    await ai.models.generateVideos({
      ...(await request.json()),
      model: 'veo-3.1-lite-generate-001',
      config: Object.assign({}, BASE, { durationSeconds: 4, numberOfVideos: 1 }),
    }),
  );
