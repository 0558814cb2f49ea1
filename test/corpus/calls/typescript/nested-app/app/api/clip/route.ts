import { CLIP_MODEL, getClient, type ClipBody } from '@/lib/clips';

export async function POST(request: Request) {
  const body = (await request.json()) as ClipBody;
  return getClient().models.generateVideos({ model: CLIP_MODEL, prompt: body.prompt, config: { resolution: '720p' } });
}
