export const VIDEO = { fast: 'fal-ai/veo3.1/fast', image: 'fal-ai/flux/dev' };
export const REPLICATE_VEO = 'google/veo-3.1-fast';
