import { serve } from 'https://deno.land/std@0.224.0/http/server.ts';

const API_KEY = Deno.env.get('GEMINI_API_KEY')!;
const MODEL_ID = Deno.env.get('VEO_MODEL') ?? 'veo-3.0-generate-001';
const VEO_URL = `https://generativelanguage.googleapis.com/v1beta/models/${MODEL_ID}:predictLongRunning?key=${API_KEY}`;

function buildBody(prompt: string, vertical: boolean) {
  return {
    instances: [{ prompt }],
    parameters: { aspectRatio: vertical ? '9:16' : '16:9', durationSeconds: 8, personGeneration: 'allow_all' },
  };
}

serve(async (req: Request) => {
  const { prompt, vertical } = await req.json();
  const res = await fetch(VEO_URL, { method: 'POST', body: JSON.stringify(buildBody(prompt, vertical)) });
  if (!res.ok) return new Response(await res.text(), { status: res.status });
  return new Response(JSON.stringify(await res.json()), { headers: { 'content-type': 'application/json' } });
});
