import { beforeEach, expect, it, vi } from 'vitest';
import { start } from '../src/start';

const generateVideos = vi.fn();
vi.mock('@google/genai', () => ({ GoogleGenAI: class { models = { generateVideos }; } }));

beforeEach(() => {
  generateVideos.mockResolvedValue({ name: 'models/veo-3.1-generate-preview/operations/123', done: false });
});

it('passes the model through', async () => {
  await start({ prompt: 'x', model: 'veo-3.1-generate-preview', durationSeconds: 8 });
  expect(generateVideos).toHaveBeenCalledWith(expect.objectContaining({ model: 'veo-3.1-generate-preview' }));
});
