import { fal } from '@fal-ai/client';

interface Options { prompt: string; tall?: boolean; seconds: number }

const MODELS = {
  veo: {
    endpoint: 'fal-ai/veo3/fast',
    input: ({ prompt, tall }: Options) => ({
      prompt,
      aspect_ratio: tall ? '9:16' : '16:9',
      duration: '8s',
      resolution: '720p',
      generate_audio: false,
    }),
  },
  lite: {
    endpoint: 'fal-ai/veo3.1/lite',
    input(options: Options) {
      return { prompt: options.prompt, duration: `${options.seconds}s`, resolution: '1080p' };
    },
  },
  other: { endpoint: 'fal-ai/kling-video/v2', input: ({ prompt }: Options) => ({ prompt, duration: '5' }) },
};

export async function fast(options: Options) {
  return fal.subscribe(MODELS.veo.endpoint, { input: MODELS.veo.input(options) });
}

export async function lite(options: Options) {
  return fal.subscribe(MODELS.lite.endpoint, { input: MODELS.lite.input(options) });
}

export async function other(options: Options) {
  return fal.subscribe(MODELS.other.endpoint, { input: MODELS.other.input(options) });
}

export async function filled(options: Options, fill: (o: Options) => object) {
  return fal.subscribe('fal-ai/veo3', { input: fill(options) });
}
