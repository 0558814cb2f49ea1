export async function film(key: string, prompt: string) {
  const sdk: any = await import('@google/genai');
  const Maker = sdk.GoogleAI || sdk.GoogleGenAI;
  const client = new Maker({ apiKey: key });
  return client.models.generateVideos({ model: 'veo-3.1-generate-preview', prompt });
}

export async function other(key: string, prompt: string) {
  const { GoogleAI } = await import('some-sdk');
  const maker = new GoogleAI({ apiKey: key });
  return maker.models.generateVideos({ model: 'veo-3.1-fast-generate-preview', prompt });
}
