export const attempts = [
  'veo-2.0-generate-001',
  'veo-2.0-generate-001-preview',
  'vertex_ai/veo-2.0-generate-001-fast',
  'veo-3.1-generate-preview-001',
  'veo-001-preview',
];
export const names = {
  a: 'aa_veo-3.0-generate-preview',
  b: 'video-gemini-veo-3.1-generate-preview',
  c: 'model-veo-2.0-generate-001',
  d: 'xveo-3.0-generate-001',
  e: 'kling/veo-3',
};
export const spoken = ['veo3 fast', 'Veo 3', 'VEO3', 'veo 3.1'];
