import { experimental_generateVideo } from 'ai';
import { aiGateway, GATEWAY_VIDEO_MODEL } from '@/lib/ai-gateway';

export async function POST(request: Request) {
  const { prompt } = await request.json();
  const { video } = await experimental_generateVideo({
    model: aiGateway.videoModel(GATEWAY_VIDEO_MODEL),
    prompt,
    aspectRatio: '16:9',
  });
  return new Response(video.uint8Array);
}
