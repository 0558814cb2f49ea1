import { expect, it, vi } from 'vitest';

const submit = vi.fn();

it('hands the request on', async () => {
  await run({ prompt: 'a heron' });
  expect(submit).toHaveBeenCalledWith('fal-ai/veo3.1/fast', {
    input: { prompt: 'a heron', duration: '8s', resolution: '720p' },
  });
  expect(submit.mock.calls[0]).toEqual(['fal-ai/veo3.1/fast', { input: { prompt: 'a heron' } }]);
});
