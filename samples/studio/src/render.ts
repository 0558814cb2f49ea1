// Renders one film on Vertex AI and waits until it is done, ten minutes at most.
import { GoogleGenAI } from '@google/genai';
import { MODELS } from './models';

const client = new GoogleGenAI({ vertexai: true, project: 'studio-demo', location: 'us-central1' });

export async function render(prompt: string): Promise<string> {
  let operation = await client.models.generateVideos({
    model: 'veo-3.0-generate-001',
    source: { prompt },
    config: { durationSeconds: 8, resolution: '1080p', generateAudio: true },
  });
  const deadline = Date.now() + 600_000;
  while (!operation.done) {
    if (Date.now() > deadline) throw new Error('The film took longer than ten minutes.');
    await new Promise((resolve) => setTimeout(resolve, 15_000));
    operation = await client.operations.getVideosOperation({ operation });
  }
  return operation.response?.generatedVideos?.[0]?.video?.uri ?? `no film from ${MODELS.final}`;
}
