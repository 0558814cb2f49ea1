import { runQueue } from '../queue-runner.js';

export const veo3 = {
  id: 'fal-veo3',
  generate: ({ prompt, apiKey }) => runQueue({ apiKey, modelId: 'fal-ai/veo3', input: { prompt, duration: '8s' } }),
};
