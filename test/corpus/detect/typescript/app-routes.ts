import { Router } from 'express';

export const router = Router();

router.post('/api/generate/veo3-fast', handler);
router.post('/api/veo3/jobs/:id', handler);
router.get('/models/veo-3.1', handler);
router.get('/blog/veo-3-1-lite-review', handler);
router.get('/api/status', (_req, res) => res.json({ model: 'veo-3.0-generate-001' }));

function handler(_req: unknown, res: { json(v: unknown): void }) {
  res.json({ redirect: '/studio/veo3' });
}
