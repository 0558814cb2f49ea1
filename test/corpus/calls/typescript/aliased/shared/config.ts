export const settings = { reel: { model: 'veo-3.1-fast-generate-001', ratio: '9:16' } };
