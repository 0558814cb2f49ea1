import { experimental_generateVideo as generateVideo } from 'ai';
import { google } from '@ai-sdk/google';
import { createVertex } from '@ai-sdk/google-vertex';
import { fal } from '@ai-sdk/fal';

const vertex = createVertex({ project: 'acme-media', location: 'us-central1' });

export async function viaGemini(prompt: string) {
  const { video } = await generateVideo({
    model: google.video('veo-3.1-fast-generate-preview'),
    prompt,
    aspectRatio: '16:9',
    duration: 8,
    providerOptions: { google: { personGeneration: 'allow_all', pollTimeoutMs: 600000 } },
  });
  return video.uint8Array;
}

export async function viaVertex(prompt: string) {
  const { videos } = await generateVideo({
    model: vertex.video('veo-3.1-generate-001'),
    prompt,
    resolution: '1920x1080',
    aspectRatio: '16:9',
    duration: 6,
    n: 2,
    providerOptions: { vertex: { generateAudio: true } },
  });
  return videos;
}

export const viaGateway = (prompt: string) =>
  generateVideo({ model: 'google/veo-3.1-fast-generate-001', prompt, duration: 4, resolution: '1280x720', aspectRatio: '16:9' });

export const viaFal = (prompt: string) =>
  generateVideo({ model: fal.video('fal-ai/veo3/fast'), prompt, aspectRatio: '9:16' });
