const OPENROUTER = 'https://openrouter.ai/api/v1';

async function api(path, body) {
  const res = await fetch(OPENROUTER + path, {
    method: 'POST',
    headers: { Authorization: `Bearer ${process.env.OPENROUTER_API_KEY}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!res.ok) throw new Error(await res.text());
  return res.json();
}

export async function direct(prompt) {
  const response = await fetch('https://openrouter.ai/api/v1/videos', {
    method: 'POST',
    headers: { Authorization: `Bearer ${process.env.OPENROUTER_API_KEY}` },
    body: JSON.stringify({
      model: 'google/veo-3.1',
      prompt,
      duration: 8,
      resolution: '720p',
      aspect_ratio: '16:9',
      generate_audio: true,
    }),
  });
  return (await response.json()).polling_url;
}

export const viaHelper = (prompt) => api('/videos', { model: 'google/veo-3.1-lite', prompt, duration: 4 });
