import { googleAI, vertexAI } from '@genkit-ai/google-genai';
import { genkit } from 'genkit';

const ai = genkit({ plugins: [googleAI(), vertexAI({ location: 'us-central1' })] });

export async function clip(prompt: string) {
  const { operation } = await ai.generate({ model: googleAI.model('veo-3.0-fast-generate-001'), prompt });
  const second = await ai.generate({ model: 'googleai/veo-3.0-generate-001', prompt });
  const third = await ai.generate({ model: 'vertexai/veo-3.0-generate-001', prompt });
  return { operation, second, third };
}
