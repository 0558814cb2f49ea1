// One place for model names.
export const VIDEO_MODEL = 'veo-3.1-fast-generate-001';
export const IMAGE_MODEL = 'gemini-2.5-flash-image';

export const MODELS = {
  hero: 'veo-3.1-generate-001',
  social: 'veo-3.1-lite-generate-001',
} as const;

export const CLIP_SECONDS = 6;
