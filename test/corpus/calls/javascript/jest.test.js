import { jest } from '@jest/globals';
import { isVideoModel, price } from '../src/models.js';

describe('models', () => {
  it.each(['veo-3.1-generate-001', 'veo-2.0-generate-001'])('%s is a video model', (id) => {
    expect(isVideoModel(id)).toBe(true);
  });

  it('prices 8 s of fast', () => {
    expect(price({ model: 'veo-3.1-fast-generate-001', seconds: 8, resolution: '720p' })).toBeCloseTo(0.8);
  });

  it('sends the right body', async () => {
    const generateVideos = jest.fn();
    await import('../src/render.js');
    expect(generateVideos).toHaveBeenCalledWith({ model: 'veo-3.1-fast-generate-001', prompt: 'x', config: { durationSeconds: 8 } });
  });
});
