// Two requests that no contract speaks of: they are found here and checked all the same.
const prompt = 'A paper boat crosses a puddle.';

export const quick = () =>
  fetch('https://openrouter.ai/api/v1/videos', {
    method: 'POST',
    headers: { authorization: `Bearer ${process.env.OPENROUTER_API_KEY}` },
    body: JSON.stringify({ model: 'google/veo-3.1-lite', prompt, duration: 8, resolution: '720p' }),
  });

export const cheap = () =>
  fetch('https://router.flatkey.ai/v1/videos', {
    method: 'POST',
    headers: { authorization: `Bearer ${process.env.FLATKEY_API_KEY}` },
    body: JSON.stringify({ model: 'veo3.1-fast', prompt, seconds: '8' }),
  });
