import OpenAI from 'openai';
import { createWriteStream } from 'node:fs';

const relay = new OpenAI({ apiKey: process.env.RELAY_KEY, baseURL: 'https://openrouter.ai/api/v1' });
const litellm = new OpenAI({ apiKey: 'sk-1234', baseURL: 'http://litellm:4000/v1' });

export async function landscape(prompt: string) {
  const video = await litellm.videos.create({
    model: 'vertex_ai/veo-3.0-fast-generate-001',
    prompt,
    seconds: '8',
    size: '1280x720',
  });
  let job = video;
  for (let i = 0; i < 60 && job.status !== 'completed'; i++) {
    await new Promise((r) => setTimeout(r, 5000));
    job = await litellm.videos.retrieve(job.id);
  }
  return job;
}

export const portrait = (prompt: string) =>
  litellm.videos.create({ model: 'gemini/veo-3.1-fast-generate-preview', prompt, size: '1080x1920' });

export async function routed(prompt: string, seconds: string) {
  // @ts-ignore seconds is wider than the SDK's union
  return relay.videos.create({ model: 'google/veo-3.1-fast', prompt, seconds });
}
