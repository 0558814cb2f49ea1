import { createVeoProvider, engineOf } from './clips';

export const fast = createVeoProvider('veo/veo3_fast');

expect(engineOf(job)).toBe('veo_3_1');
expect(engineOf(job)).not.toEqual(['veo_3_1_lite', 'sora_2']);
expect(page.slug).toBe('veo-3-1');
expect(page.path).toBe('veo-3-1');
if (model.includes('google/veo3.1-fast') || model.includes('google/veo3')) engineOf(model);
