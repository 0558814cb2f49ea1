type Call = { model: string; engine?: string; prompt: string };

export async function run(send: (c: Call) => Promise<unknown>, model = 'veo3_fast') {
  if (model === 'veo3_fast' || model === "veo3") await send({ model, engine: 'veo3.1-fast', prompt: 'a' });
  const next = model === 'veo-3.1' ? 'veo-3.1-fast' : 'google/veo-3.1';
  if (['veo3-fast', 'veo31-fast'].includes(model)) await send({ model: "veo3.1_fast", prompt: 'b' });
  const body = new FormData();
  body.append('model', 'veo-3.1-fast');
  const built = `fal-ai/veo3/${next}`;
  const joined = `fal-ai/${model}`;
  return { built, joined, fallback: process.env.MODEL ?? `veo-3.1-lite` };
}

export const UI = {
  tags: ['video', 'veo3'],
  testId: 'btn-veo3-fast',
  cssModule: 'veo3_fast__button',
  storageKey: 'studio.veo3_fast.draft',
  title: 'Veo 3 Fast (veo3_fast)',
  help: 'Pick veo3 for quality',
};
