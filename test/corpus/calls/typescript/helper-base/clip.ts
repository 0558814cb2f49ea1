import { apiPost } from './http';
export async function makeClip(prompt: string) {
  return apiPost('/api/v1/veo/generate', { model: 'veo3_fast', prompt, aspectRatio: '16:9' });
}
