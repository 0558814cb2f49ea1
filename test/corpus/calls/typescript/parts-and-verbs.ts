const BASE = 'https://generativelanguage.googleapis.com/v1beta';
const MODEL = 'veo-3.1-generate-preview';

async function post(path: string, body: unknown) {
  const answer = await fetch(`${BASE}${path}`, { method: 'POST', body: JSON.stringify(body) });
  return answer.json();
}

export async function start(prompt: string, ask: { ratio?: string; size?: string }) {
  const body: Record<string, unknown> = { instances: [{ prompt }], parameters: {} };
  const parameters = body.parameters as Record<string, string>;
  parameters.durationSeconds = '8';
  if (ask.ratio) parameters.aspectRatio = ask.ratio;
  return post(`/models/${MODEL}:predictLongRunning`, body);
}

export async function portrait(prompt: string, token: string) {
  const endpoint = `https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1/publishers/google/models/veo-001-preview:predict`;
  return fetch(endpoint, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: JSON.stringify({ instances: [{ prompt }], parameters: { sampleCount: 1 } }),
  });
}

export async function relay(prompt: string) {
  return axios_1.default.post(`${process.env.RELAY}/v1/videos`, { model: 'veo3.1-fast', prompt, seconds: '8' });
}
