import Replicate from 'replicate';
import RunwayML from '@runwayml/sdk';

const AIML = { url: 'https://api.aimlapi.com/v2/video/generations', key: process.env.AIML_KEY };
const runway = new RunwayML();
const replicate = new Replicate();

export async function aiml(prompt: string) {
  const res = await fetch(AIML.url, {
    method: 'POST',
    headers: { Authorization: `Bearer ${AIML.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ model: 'google/veo-3.1-t2v', prompt, duration: 8, resolution: '720p', aspect_ratio: '16:9' }),
  });
  return res.json();
}

export const viaRunway = (promptText: string) =>
  runway.textToVideo.create({ model: 'veo3.1', promptText, ratio: '1920:1080', duration: 6 }).waitForTaskOutput();

export async function workersAi(env: { AI: { run(model: string, input: unknown): Promise<unknown> } }, prompt: string) {
  return env.AI.run('google/veo-3.1-fast', { prompt, duration: '6s', resolution: '720p', generate_audio: true });
}

export async function newApi(prompt: string, size = '1280x720') {
  const NEW_API_BASE = process.env.NEW_API_BASE_URL ?? 'https://new-api.example.com';
  const r = await fetch(`${NEW_API_BASE}/v1/video/generations`, {
    method: 'POST',
    body: JSON.stringify({ model: 'veo-3.0-generate-001', prompt, duration: 8, size, metadata: { aspectRatio: '16:9' } }),
  });
  return r.json();
}

export const pinned = (prompt: string) =>
  replicate.run('google/veo-3.1:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef', { input: { prompt, duration: 4 } });
