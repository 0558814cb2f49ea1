import { submit } from './service';

describe('the service', () => {
  it('submits an async veo3.1-fast image-to-video request', async () => {
    await submit({ prompt: 'a kitchen' });
    expect(send).toHaveBeenCalledWith('google/veo3.1-fast/image-to-video', { prompt: 'a kitchen' });
  });

  it('keeps veo3.1-fast.mp4 and the tag clip-veo3.1-fast', () => {
    expect(kept()).toContain('veo3.1-lite is not asked for');
  });
});
