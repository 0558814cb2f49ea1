const BASE = 'https://queue.fal.run';

export async function viaQueue(body: unknown, key: string) {
  const response = await fetch('https://queue.fal.run/fal-ai/veo3/fast', {
    method: 'POST',
    headers: { authorization: `Key ${key}` },
    body: JSON.stringify(body),
  });
  return response.json();
}

export const syncUrl = "https://fal.run/fal-ai/veo3.1/image-to-video";
export const statusUrl = (id: string) => `https://queue.fal.run/fal-ai/veo3.1/requests/${id}/status`;
// Model card: https://fal.ai/models/fal-ai/veo3/fast
export const docs = 'https://fal.ai/models/fal-ai/veo3.1/fast/image-to-video/api';
