import Replicate from 'replicate';
import { writeFile } from 'node:fs/promises';

const replicate = new Replicate({ auth: process.env.REPLICATE_API_TOKEN });

export async function ad(prompt, imageUrl) {
  const input = { prompt, resolution: '720p', duration: 8 };
  if (imageUrl) input.image = imageUrl;
  const output = await replicate.run('google/veo-3.1-fast', { input });
  await writeFile('ad.mp4', output);
}

export async function silent(prompt) {
  const prediction = await replicate.predictions.create({
    model: 'google/veo-3.1',
    input: { prompt, generate_audio: false, aspect_ratio: '9:16', resolution: '1080p', duration: 6 },
  });
  return prediction.id;
}

export const legacy = (prompt) => replicate.run('google/veo-2', { input: { prompt, duration: 5 } });

export const whatever = (model, input) => replicate.run(model, { input });
