it('hands the request on', async () => {
  await startClip({ model: 'veo-3.1', prompt: 'reeds', aspectRatio: '16:9', duration: 8 });
  expect(body).toMatchObject({ model: 'veo3_fast', prompt: 'reeds', aspectRatio: '16:9' });
  expect(submit).toHaveBeenCalledWith({ model: 'veo-3.1-generate-preview', prompt: 'reeds', config: { durationSeconds: 8 } });
});
