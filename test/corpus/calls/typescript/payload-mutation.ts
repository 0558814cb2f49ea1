import { GoogleGenAI, VideoGenerationReferenceType } from '@google/genai';

interface FrameInput { base64?: string; type?: string }

export async function build(prompt: string, refs: FrameInput[], first?: FrameInput, fast = true) {
  const { API_KEY } = process.env;
  const currentAi = new GoogleGenAI({ apiKey: API_KEY });
  const payload: any = {
    model: fast ? 'veo-3.1-fast-generate-preview' : 'veo-3.1-generate-preview',
    prompt,
    config: { numberOfVideos: 1, resolution: '720p', aspectRatio: '16:9' },
  };

  if (refs.length > 0) {
    payload.model = 'veo-3.1-generate-preview';
    payload.config.durationSeconds = 8;
    payload.config.referenceImages = refs.map((r) => ({
      image: { imageBytes: r.base64, mimeType: r.type },
      referenceType: VideoGenerationReferenceType.ASSET,
    }));
  } else if (first?.base64) {
    payload.image = { imageBytes: first.base64, mimeType: first.type };
  }

  let operation = await currentAi.models.generateVideos(payload);
  for (let tries = 0; !operation.done && tries < 60; tries++) {
    await new Promise((r) => setTimeout(r, 5000));
    operation = await currentAi.operations.getVideosOperation({ operation });
  }
  if (operation.error) throw new Error(String(operation.error.message));
  return operation.response?.generatedVideos?.[0];
}
