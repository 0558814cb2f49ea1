// Resellers make up their own tails; only the key says that these are IDs.
const a = { model: 'veo3.1-story-mode', feature: 'veo3.1-story-mode' };
const b = { model: 'veo-3.1-generate-preview-ref', file: 'veo-3.1-generate-preview-720p.mp4' };
const flow = { key: 'veo_3_1_t2v_fast', veo_3_1_t2v_fast: 1, field: 'veo_3_1_fast' };
const tails = ['veo31-flf', 'veo31-fast-ingredients', 'veo-3.1-lite-low-priority', 'veo-31-i2v'];
const price = { 'veo-3.1-generate-preview-per-sec': 0.4 };
const list = { videoModels: 'veo3.1-pro-4k, veo3.1-fast, sora-2', tools: 'veo3, sora' };
