const DEFAULT = 'veo-3.1-fast-generate-preview';
const BASE = 'https://generativelanguage.googleapis.com';

async function submit(base, key, model, prompt) {
  const url = `${base}/v1beta/models/${model}:predictLongRunning`;
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'x-goog-api-key': key },
    body: JSON.stringify({ instances: [{ prompt }], parameters: { durationSeconds: 4 } }),
  });
  return answer.json();
}

export async function film(options) {
  const model = options.model || DEFAULT;
  return submit(options.base || BASE, options.key, model, options.prompt);
}
