// The models of the studio. All requests go to Vertex AI.
export const MODELS = {
  draft: 'veo-3.1-lite-generate-001',
  final: 'veo-3.1-generate-001',
  trailer: 'publishers/google/models/veo-3.1-generate-preview',
  teaser: 'publishers/google/models/veo-3.1-fast-generate-preview',
  archive: 'publishers/google/models/veo-3.0-generate-001',
} as const;
