import Runway from '@runwayml/sdk';
import { experimental_generateVideo as generateVideo } from 'ai';
import { fal as queue } from '@fal-ai/client';
import { vertex } from '@ai-sdk/google-vertex';
import { createGoogleGenerativeAI } from '@ai-sdk/google';
import { LumaClient } from 'lumalabs';
import { kieClient } from './kie-client';

const studio = new Runway();
const relayed = createGoogleGenerativeAI({ baseURL: 'https://llm.internal.example/v1' });

export async function openings(still: string) {
  await studio.imageToVideo.create({ model: 'veo3.1', promptImage: still, promptText: 'rain', ratio: '1280:720', duration: 6 });
  await generateVideo({ model: 'google/veo-3.1-generate-001', prompt: 'rain', duration: 8 });
  await generateVideo({ model: vertex.video('veo-3.1-generate-001'), prompt: 'rain' });
  await generateVideo({ model: relayed.video('veo-3.1-generate-preview'), prompt: 'rain' });
  await queue.subscribe('fal-ai/veo3.1/fast', { input: { prompt: 'rain', duration: '4s' } });
}

export async function notRunways(client: LumaClient) {
  await client.textToVideo.create({ model: 'veo3.1_fast', promptText: 'fog', duration: 8 });
  await kieClient.videos.create({ model: 'veo3_fast', prompt: 'fog', aspectRatio: '9:16' });
}
