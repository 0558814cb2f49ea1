import { genkit, z } from 'genkit';
import { googleAI, vertexAI } from '@genkit-ai/google-genai';

const ai = genkit({ plugins: [googleAI(), vertexAI({ location: 'us-central1' })] });

export const teaserFlow = ai.defineFlow(
  { name: 'teaser', inputSchema: z.object({ pitch: z.string() }), outputSchema: z.string() },
  async ({ pitch }) => {
    let { operation } = await ai.generate({
      model: googleAI.model('veo-3.0-generate-001'),
      prompt: pitch,
      config: { durationSeconds: 8, aspectRatio: '16:9', personGeneration: 'allow_all' },
    });
    if (!operation) throw new Error('expected a long running model');
    while (!operation.done) {
      await new Promise((resolve) => setTimeout(resolve, 5000));
      operation = await ai.checkOperation(operation);
    }
    return operation.output?.message?.content.find((p) => !!p.media)?.media?.url ?? '';
  },
);

export async function onVertex(pitch: string) {
  return ai.generate({
    model: vertexAI.model('veo-3.1-fast-generate-001'),
    prompt: [{ text: pitch }],
    config: { durationSeconds: 4, resolution: '720p', numberOfVideos: 1, generateAudio: false },
  });
}

export async function byName(pitch: string) {
  const { operation } = await ai.generate({ model: 'googleai/veo-2.0-generate-001', prompt: pitch, config: { durationSeconds: 5 } });
  return operation;
}

export const summarize = (text: string) => ai.generate({ model: googleAI.model('gemini-2.5-flash'), prompt: text });
