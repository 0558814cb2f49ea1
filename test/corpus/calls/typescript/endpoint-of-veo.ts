export interface ClipRequest {
  prompt: string;
  model: 'veo3' | 'veo3_fast';
  aspectRatio?: '16:9' | '9:16';
}

const BASE = 'https://api.kie.ai/api/v1/veo';

export const submit = (key: string, params: ClipRequest) =>
  fetch(`${BASE}/generate`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${key}` },
    body: JSON.stringify({ ...params, enableTranslation: true }),
  });

export const state = (key: string, id: string) =>
  fetch(`${BASE}/record-info?taskId=${id}`, { headers: { Authorization: `Bearer ${key}` } });

// The app's own route: what it sends on is another file's.
export const ask = (params: ClipRequest) =>
  fetch('/api/veo/generate', { method: 'POST', body: JSON.stringify({ ...params }) });
