import { z } from 'zod';

export const videoModel = z.enum(['veo-3.1-generate-preview', 'veo-3.1-fast-generate-preview', 'veo-2.0-generate-001']);
export const runwayModel = z.enum(['veo3.1', 'veo3.1_fast', 'veo3', 'gen4_turbo']).default('veo3.1');

export const request = z.object({
  model: videoModel.describe('Veo model to use, for example veo-3.1-generate-preview'),
  seconds: z.number().int().min(4).max(8),
});
