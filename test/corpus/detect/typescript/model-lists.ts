/**
 * Models (checked in May):
 *   - veo-3.1-fast-generate-preview   ⭐ default
 *   - veo-3.1-generate-preview        (premium, $0.40/s)
 *   - veo-2.0-generate-001 (legacy)
 *
 * @see https://ai.google.dev/gemini-api/docs/video#veo-3.1-preview
 */
export const MODELS = {
  fast: { id: 'veo-3.1-fast-generate-preview', label: 'Veo 3.1 Fast' },
  veo3: { id: 'fal-ai/veo3', costPerSecond: 0.75 },
  veo_3_0_generate_001: { id: 'veo-3.0-generate-001' },
};

const perVideo = new Set(['veo3.1-fast', 'veo3.1']);
const creators = { 'veo3_fast': createVeo3Fast, 'veo3_lite': createVeo3Lite };
const option = { provider: 'runway' as const, kind: 'runway_veo3.1_fast' };
const upper = { VEO_3_1: 'veo-3.1-generate-preview', VEO3: 'Veo 3' };
function createVeo3Fast() {}
function createVeo3Lite() {}
export { creators, option, perVideo, upper };
