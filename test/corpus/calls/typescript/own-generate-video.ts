import { generateVideo } from './video/provider';

export async function trailer() {
  return generateVideo({ model: 'veo-3.1-fast-generate-preview', prompt: 'dunes at dawn', duration: 8 });
}
