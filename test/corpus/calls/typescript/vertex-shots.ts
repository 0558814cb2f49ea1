// Shot list -> clips. Runs in the render project only, so ADC is enough.
import { GoogleGenAI } from "@google/genai";

const PROJECT = process.env.GOOGLE_CLOUD_PROJECT!;
const VEO_MODEL = "veo-3.1-generate-001";
const DEFAULTS = {
  aspectRatio: "16:9",
  numberOfVideos: 2,
  resolution: "1080p",
} as const;

const client = new GoogleGenAI({ vertexai: true, project: PROJECT, location: "us-central1" });

interface Shot { id: string; text: string; seconds: 4 | 6 | 8 }

export async function renderShot(shot: Shot) {
  return await client.models.generateVideos({
    model: VEO_MODEL,
    prompt: shot.text,
    config: { ...DEFAULTS, durationSeconds: shot.seconds, generateAudio: false, outputGcsUri: "gs://renders/" + shot.id },
  });
}

export async function renderTeaser(text: string) {
  const request = {
    model: VEO_MODEL,
    prompt: text,
    config: { ...DEFAULTS, numberOfVideos: 1, durationSeconds: 8, generateAudio: true },
  };
  try {
    return await client.models.generateVideos(request);
  } catch (err) {
    console.error("teaser failed", err);
    throw err;
  }
}
