/** Talks to the Gemini API over plain fetch; we do not want the SDK in the edge bundle. */
const GEMINI_BASE = 'https://generativelanguage.googleapis.com/v1beta';

export class VeoRestProvider {
  private readonly model: string;

  constructor(private readonly key: string, model = 'veo-3.0-generate-001') {
    this.model = model;
  }

  async start(prompt: string, seconds: number): Promise<string> {
    const body = {
      instances: [{ prompt }],
      parameters: {
        aspectRatio: '16:9',
        durationSeconds: seconds,
        resolution: '720p',
        sampleCount: 1,
      },
    };

    const res = await fetch(`${GEMINI_BASE}/models/${this.model}:predictLongRunning`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-goog-api-key': this.key },
      body: JSON.stringify(body),
    });
    if (!res.ok) throw new Error(`submit ${res.status}: ${await res.text()}`);
    const { name } = (await res.json()) as { name: string };
    return name;
  }

  async poll(name: string) {
    const res = await fetch(`${GEMINI_BASE}/${name}`, { headers: { 'x-goog-api-key': this.key } });
    return res.json();
  }
}
