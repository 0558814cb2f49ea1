import { fal } from '@fal-ai/client';

fal.config({ credentials: process.env.FAL_KEY });

type Mode = 'text' | 'image';

export async function textClip(prompt: string) {
  const result = await fal.subscribe('fal-ai/veo3.1/fast', {
    input: { prompt, duration: '8s', resolution: '1080p', aspect_ratio: '16:9', generate_audio: true },
    logs: true,
    onQueueUpdate: (u) => { if (u.status === 'IN_PROGRESS') u.logs.map((l) => l.message).forEach(console.log); },
  });
  return result.data.video.url;
}

export async function imageClip(prompt: string, image_url: string, quiet = false) {
  const { request_id } = await fal.queue.submit('fal-ai/veo3.1/image-to-video', {
    input: { prompt, image_url, duration: '4s', generate_audio: !quiet },
    webhookUrl: 'https://example.com/hooks/fal',
  });
  return request_id;
}

export async function interpolate(first: string, last: string) {
  const endpoint = 'fal-ai/veo3.1/first-last-frame-to-video';
  const input = { prompt: 'morph', first_frame_url: first, last_frame_url: last, resolution: '720p' as const };
  return fal.run(endpoint, { input });
}

const ENDPOINTS: Record<Mode, string> = { text: 'fal-ai/veo3', image: 'fal-ai/veo3/image-to-video' };
export const old = (mode: Mode, input: Record<string, unknown>) => fal.subscribe(ENDPOINTS[mode], { input });
