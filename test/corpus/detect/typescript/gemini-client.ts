import { GoogleGenAI } from '@google/genai';

// Moved off veo-3.0-generate-preview in winter; keep veo-3.0-fast-generate-001 for drafts.
const DRAFT_MODEL = 'veo-3.0-fast-generate-001';
const FINAL_MODEL = "veo-3.1-generate-preview";

export async function render(ai: GoogleGenAI, prompt: string, draft: boolean) {
  /* The lite tier (veo-3.1-lite-generate-preview) has no extension. */
  let operation = await ai.models.generateVideos({
    model: draft ? DRAFT_MODEL : FINAL_MODEL,
    prompt,
    config: { durationSeconds: 8, aspectRatio: '16:9' },
  });
  while (!operation.done) {
    operation = await ai.operations.getVideosOperation({ operation });
  }
  console.log(`finished with model veo-3.1-generate-preview after ${operation.name}`);
  return operation;
}
