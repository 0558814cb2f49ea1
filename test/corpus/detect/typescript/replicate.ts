import Replicate from 'replicate';

const replicate = new Replicate();

export async function quick(prompt: string) {
  return replicate.run('google/veo-3-fast', { input: { prompt, duration: 4 } });
}

export const predictions = 'https://api.replicate.com/v1/models/google/veo-3-fast/predictions';
export const page = 'https://replicate.com/google/veo-3';
export const readme = 'https://replicate.com/google/veo-3.1-fast/readme';
const PINNED = { old: 'google/veo-2', best: 'google/veo-3.1', cheap: 'google/veo-3.1-lite' };
export { PINNED };
