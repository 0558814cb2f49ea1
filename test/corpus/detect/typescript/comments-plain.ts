// Veo 3.1 Fast is our draft tier; the veo3 worker renders it.
// See docs/veo-3.0-generate-001.md and https://ai.google.dev/gemini-api/docs/models/veo-3.1-generate-preview
// TODO(veo3): rename veo31Fast, drop VEO3_API_KEY
/* veo-3.x and veo-3.1-* share one limit */
// Real ones: veo-3.0-generate-001, models/veo-3.1-generate-preview, vertex_ai/veo-3.0-fast-generate-001.
export const plain = 1; //veo-2.0-generate-001
//veo-3.0-generate-001
export const operation = 'x'; // name: projects/p/locations/l/publishers/google/models/veo-3.0-generate-001/operations/o
