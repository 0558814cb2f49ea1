export async function litellmVideo(base: string, key: string) {
  const body = { model: 'gemini/veo-3.1-fast-generate-preview', prompt: 'a kite', seconds: '8' };
  const res = await fetch(`${base}/v1/videos`, { method: 'POST', headers: { authorization: key }, body: JSON.stringify(body) });
  return res.json();
}

export async function openrouterVideo(key: string) {
  return fetch('https://openrouter.ai/api/v1/videos', {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify({ model: 'google/veo-3.1', prompt: 'a kite' }),
  });
}

export const agentDefault = { primary: 'openrouter/google/veo-3.1-fast' };
