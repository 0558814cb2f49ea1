import { GoogleGenAI } from "@google/genai";

type Quality = "draft" | "final";

export async function generateClip(apiKey: string, prompt: string, quality: Quality, seconds?: number) {
  const ai = new GoogleGenAI({ apiKey });
  const model = quality === "final" ? "veo-3.1-generate-preview" : "veo-3.1-fast-generate-preview";
  console.info("[veo]", model, prompt.slice(0, 80));

  const operation = await ai.models.generateVideos({
    model,
    prompt,
    config: {
      numberOfVideos: 1,
      durationSeconds: seconds ?? 8,
      resolution: quality === "final" ? "1080p" : "720p",
      aspectRatio: "16:9",
    },
  });
  return operation.name;
}

export async function extendClip(apiKey: string, video: { uri: string }) {
  const ai = new GoogleGenAI({ apiKey });
  const config: Record<string, unknown> = { numberOfVideos: 1 };
  config.resolution = "720p";
  config.aspectRatio = "16:9";
  return ai.models.generateVideos({ model: "veo-3.1-generate-preview", prompt: "keep going", video, config });
}
