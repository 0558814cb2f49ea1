import { expect, it, vi } from 'vitest';

it('polls the operation', async () => {
  const transport = vi.fn().mockResolvedValue({ name: 'models/veo-3.1-fast-generate-preview/operations/job-7' });
  const row = await poll(transport, 'projects/p/locations/us-central1/publishers/google/models/veo-3.0-fast-generate-001/operations/9');
  expect(row.model).toBe('veo-3.0-fast-generate-001');
  expect(row.file).toBe('video-1-veo-3.1-generate-preview.mp4');
  expect(row.message).toMatch('models/veo-3.1-lite-generate-001 is not found for API version v1beta');
});

declare function poll(t: unknown, name: string): Promise<{ model: string; file: string; message: string }>;
