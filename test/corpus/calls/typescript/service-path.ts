function urlOf(path: string): string {
  return new URL(path, process.env.MEDIA_API_URL).toString();
}

async function requestJson(path: string, body: Record<string, unknown>) {
  const response = await fetch(urlOf(path), { method: 'POST', body: JSON.stringify(body) });
  return response.json();
}

export const generateVideo = (prompt: string) =>
  requestJson('video.v1.VideoService/GenerateVideo', {
    prompt,
    model: 'veo-3.1-fast-generate-001',
    aspect_ratio: '16:9',
    resolution: '720p',
    duration_seconds: 8,
    generate_audio: true,
  });

export const priceOf = () =>
  requestJson('billing.v1.PriceService/GetPrice', { model: 'veo-3.1-fast-generate-001', resolution: '720p' });
