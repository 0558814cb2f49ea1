export const vertex = '/publishers/google/models/veo-3.1-generate-001:predictLongRunning';
export const litellm = '/vertex_ai/veo-3.1-fast-generate-001';
export const queue = '/fal-ai/veo3/fast';
export const folder = '/srv/veo-3.1-generate-001/';
