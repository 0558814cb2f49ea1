// The size of a video in the ways in which requests spell it.
import OpenAI from 'openai';

const client = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1', apiKey: process.env.ROUTER_KEY });
const SIZES = { portrait: '720x1280', landscape: '1280x720' } as const;

export async function kites() {
  await client.videos.create({ model: 'google/veo-3.1', prompt: 'a kite', seconds: '8', size: SIZES.portrait });
  await client.videos.create({ model: 'google/veo-3.1', prompt: 'a kite', width: 1920, height: 1080 });
  await client.videos.create({ model: 'google/veo-3.1', prompt: 'a kite', output: { aspect_ratio: '9:16', quality: '720p' } });
  await client.videos.create({ model: 'google/veo-3.1', prompt: 'a kite', resolution: '1920x1080', quality: 'high' });
}
