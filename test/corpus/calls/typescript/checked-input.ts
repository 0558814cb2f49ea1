import RunwayML from '@runwayml/sdk';
import { createTool } from '@mastra/core/tools';
import { fal } from '@fal-ai/client';
import { z } from 'zod';

const runway = new RunwayML();

export const animate = createTool({
  id: 'animate-still',
  inputSchema: z.object({
    still: z.string().url(),
    model: z.enum(['veo3.1', 'veo3.1_fast', 'gen4_turbo']).default('veo3.1_fast').describe('Who draws it'),
    seconds: z.number().default(8),
  }),
  execute: async ({ context }) => {
    const task = await runway.imageToVideo.create({
      promptImage: context.still,
      model: context.model,
      duration: context.seconds,
      ratio: '16:9',
    });
    return task.id;
  },
});

const Query = z.object({ engine: z.string().default('fal-ai/veo3.1/fast'), words: z.string() });

export async function handler(request: Request) {
  const { engine, words } = Query.parse(await request.json());
  return fal.queue.submit(engine, { input: { prompt: words, resolution: '1080p' } });
}
