// Cloudflare worker in front of kie.ai
const KIE = 'https://api.kie.ai';

export default {
  async fetch(request: Request, env: { KIE_API_KEY: string }): Promise<Response> {
    const { prompt, vertical } = await request.json<{ prompt: string; vertical?: boolean }>();
    const res = await fetch(`${KIE}/api/v1/veo/generate`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${env.KIE_API_KEY}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        prompt,
        model: 'veo3_fast',
        aspectRatio: vertical ? '9:16' : '16:9',
        enableFallback: false,
        callBackUrl: 'https://example.com/kie/done',
      }),
    });
    const { data } = await res.json<{ data: { taskId: string } }>();
    return Response.json({ id: data.taskId, poll: `${KIE}/api/v1/veo/record-info?taskId=${data.taskId}` });
  },
};
