import { withKey, withModels } from './keys';

const ORDER = ['veo-3.1-generate-preview', 'veo-3.1-fast-generate-preview'];

export const draft = (prompt: string) =>
  withKey(async (ai) => ai.models.generateVideos({ model: 'veo-3.1-lite-generate-preview', prompt }));

export const final = (prompt: string) =>
  withModels(ORDER, (model) =>
    withKey((ai) => ai.models.generateVideos({ model, prompt, config: { durationSeconds: 8 } })),
  );
