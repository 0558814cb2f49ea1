const first = 'veo-3.0-generate-001';
// veo-3.1-generate-preview
export const second = `fal-ai/veo3/fast`;
