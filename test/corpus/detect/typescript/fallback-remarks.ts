// Model: veo-3.1-lite-generate-preview (or veo-3-0-generate-preview as fallback)
export const FALLBACK_MODEL = 'veo-3-0-generate-preview';
// The page lies in docs/veo-3-0-generate-preview/index.md.
