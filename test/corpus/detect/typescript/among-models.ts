export const jobs = new Set(['kling2_6', 'veo3_1', 'wan2_7', 'soul_cast']);
export const tools = ['camera', 'veo_3_1', 'cutter'];
export const providers = ['sora-2', 'veo3', 'kling-2.1'];
