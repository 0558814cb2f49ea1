const PUBLISHED = 'https://api.kie.ai/api/v1';
const MODELS = ['veo3_fast', 'kling-3'] as const;

const known = (model: unknown) => {
  if (MODELS.includes(model as never)) return model as string;
  return 'veo3_fast';
};

export default async function handler(request: { body: { prompt: string; model?: string } }) {
  const base = (process.env.KIE_URL || PUBLISHED).replace(/\/+$/, '');
  const payload: Record<string, unknown> = { prompt: request.body.prompt, model: known(request.body.model) };
  return fetch(`${base}/veo/generate`, { method: 'POST', body: JSON.stringify(payload) });
}
