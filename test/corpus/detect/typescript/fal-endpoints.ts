import { fal } from '@fal-ai/client';

const VARIANTS: Record<string, string> = {
  'fal-ai/veo3.1': 'fal-ai/veo3.1/image-to-video',
  'fal-ai/veo3.1/fast': 'fal-ai/veo3.1/fast/image-to-video',
  'fal-ai/veo3': "fal-ai/veo3/image-to-video",
};

export async function submit(prompt: string, imageUrl?: string) {
  const endpoint = imageUrl ? VARIANTS['fal-ai/veo3.1/fast'] : 'fal-ai/veo3.1/fast';
  return fal.queue.submit(endpoint ?? 'fal-ai/veo2', { input: { prompt, image_url: imageUrl } });
}

export const firstLast = () => fal.subscribe('fal-ai/veo3.1/fast/first-last-frame-to-video', { input: {} });
export const extend = () => fal.subscribe(`fal-ai/veo3.1/extend-video`, { input: {} });
export const lite = () => fal.subscribe("fal-ai/veo3.1/lite/image-to-video", { input: {} });
export const refs = () => fal.subscribe("fal-ai/veo3.1/reference-to-video", { input: {} });
