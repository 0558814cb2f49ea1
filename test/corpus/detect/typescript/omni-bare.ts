export const flow = { base: 'https://api.useapi.net/v1/google-flow', videoModel: process.env.VIDEO_MODEL ?? 'omni-flash' };
export const voice = { model: 'qwen3-omni-flash', voice: 'Cherry' };
export const page = { path: 'omni-flash', title: 'omni-flash' };
if (flow.videoModel === 'omni-flash') page.title = 'Omni';
