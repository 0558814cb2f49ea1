export const a = 'fal-ai/veo3.1/fast/some-new-endpoint';
export const b = 'https://queue.fal.run/fal-ai/veo3/requests/1';
