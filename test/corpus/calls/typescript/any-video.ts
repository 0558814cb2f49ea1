/**
 * Videos of the gateway: veo3.1, veo3.1-pro, kling-3.
 */
const settings = () => ({ base: process.env.VIDEO_BASE || 'https://api.bltcy.ai', key: process.env.VIDEO_KEY });

export async function POST(request: Request) {
  const { prompt, model, aspectRatio } = await request.json();
  const { base, key } = settings();
  const body: any = { prompt, model };
  if (aspectRatio) body.aspect_ratio = aspectRatio;
  const created = await fetch(`${base}/v2/videos/generations`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}` },
    body: JSON.stringify(body),
  });
  return Response.json(await created.json());
}

export const images = (body: unknown) => fetch('https://api.bltcy.ai/v1/images/generations', { method: 'POST', body: JSON.stringify(body) });
