export const CANDIDATES = [
  { id: 'veo-3.1-generate', label: 'Standard' },
  { id: 'veo-3-generate', label: 'Old' },
  { id: 'veo-3-fast-generate-preview', label: 'Old, fast' },
  { id: 'veo-3.2-generate-001', label: 'Next' },
  { id: 'veo-4.0-generate-preview', label: 'Wish' },
  { id: 'veo-3.1-pro-generate-preview', label: 'Wish, pro' },
];

export const litellm = 'vertex_ai/veo-4.0-generate-001';
export const resource = 'models/veo-3.1-fast-generate';
export const gemini = "gemini/veo-3.2-generate-001";
export const publisher = 'publishers/google/models/veo-3.0-generate-002';
