import Fastify from 'fastify';
import { createVeo3Queue } from './queues/veo3-queue';

export interface Provider { id: string; kind: 'image' | 'video'; model: string; usdPerSecond?: number }

/** The lowest tier first. veo-3.1-lite-generate-preview is not offered in the EU. */
export const PROVIDERS: Provider[] = [
  { id: 'google-lite', kind: 'video', model: 'veo-3.1-lite-generate-preview', usdPerSecond: 0.05 },
  { id: 'google-fast', kind: 'video', model: 'veo-3.1-fast-generate-preview', usdPerSecond: 0.1 },
  { id: 'kie-fast', kind: 'video', model: 'veo3_fast' },
  { id: 'fal-veo3', kind: 'video', model: 'fal-ai/veo3.1/fast' },
  { id: 'router', kind: 'video', model: 'google/veo-3.1-fast' },
];

const app = Fastify();
app.post<{ Body: { model?: string } }>('/v1/veo3/clips', async (req, reply) => {
  const model = req.body.model ?? PROVIDERS.find((p) => p.model === 'veo-3.1-fast-generate-preview')?.model;
  if (!model) return reply.code(400).send({ error: 'model is missing, e.g. veo-3.1-fast-generate-preview' });
  if (model.startsWith('veo-2')) return reply.code(410).send({ error: 'Veo 2 is gone' });
  return createVeo3Queue('veo3-clips').add({ model });
});
