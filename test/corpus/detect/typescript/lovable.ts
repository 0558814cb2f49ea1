const ENDPOINT = 'https://ai.gateway.lovable.dev/v1/videos';

const ALLOWED = new Set([
  'google/veo-3.1-lite',
  'google/veo-3.1-fast',
  'google/veo-3.1',
]);

export async function start(model: string, prompt: string) {
  if (!ALLOWED.has(model)) model = 'google/veo-3.1-fast';
  return fetch(ENDPOINT, { method: 'POST', body: JSON.stringify({ model, prompt }) });
}
