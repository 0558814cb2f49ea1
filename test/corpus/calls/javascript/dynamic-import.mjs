const { experimental_generateVideo: generateVideo } = await import('ai');
const { gateway } = await import('@ai-sdk/gateway');
const { fal: client } = await import('@fal-ai/client');

const [, , out, words] = process.argv;

export const clip = await generateVideo({
  model: gateway.video('google/veo-3.1-fast-generate-001'),
  prompt: words,
  aspectRatio: '9:16',
  duration: 8,
});

export const loop = await client.subscribe('fal-ai/veo3.1/fast', { input: { prompt: words, duration: '4s' } });
