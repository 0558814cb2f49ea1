const HOST = process.env.KIE_HOST ?? 'https://api.kie.ai';
export async function apiPost<T>(path: string, body: unknown): Promise<T> {
  const res = await fetch(`${HOST}${path}`, { method: 'POST', body: JSON.stringify(body) });
  return (await res.json()) as T;
}
