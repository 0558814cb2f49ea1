import { createGateway, experimental_generateVideo } from 'ai';
import { vertex } from '@ai-sdk/google-vertex';
import { replicate } from '@ai-sdk/replicate';

const gateway = createGateway({ apiKey: process.env.AI_GATEWAY_API_KEY });
const MODEL_BY_TIER = {
  lite: 'google/veo-3.1-lite-generate-001',
  pro: 'google/veo-3.1-generate-001',
} as const;

export async function run(tier: keyof typeof MODEL_BY_TIER, prompt: string, seconds: number) {
  const out = await experimental_generateVideo({
    model: gateway.videoModel(MODEL_BY_TIER[tier]),
    prompt,
    duration: seconds,
    aspectRatio: '9:16',
  });
  return out.videos;
}

export async function storyboard(prompts: string[]) {
  const results = [];
  for (const prompt of prompts) {
    results.push(
      await experimental_generateVideo({
        model: vertex.video('veo-2.0-generate-001'),
        prompt,
        duration: 5,
        n: 1,
      }),
    );
  }
  return results;
}

export const cheap = (prompt: string) =>
  experimental_generateVideo({
    model: gateway.video('google/veo-3.1-lite-generate-001'),
    prompt,
    duration: 4,
    providerOptions: { vertex: { generateAudio: false } },
  });

export const alt = (prompt: string) =>
  experimental_generateVideo({ model: replicate.video('google/veo-3.1-fast'), prompt, duration: 8 });
