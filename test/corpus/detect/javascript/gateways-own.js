const url = 'https://api.inference.sh/run';
export const body = { app: 'google/veo-3-1-lite-generate-preview' };
export const start = () => fetch(url, { method: 'POST', body: JSON.stringify(body) });
