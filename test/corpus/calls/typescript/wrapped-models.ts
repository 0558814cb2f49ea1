import { vertex } from '@ai-sdk/google-vertex';
import { VertexAI } from '@google-cloud/vertexai';
import { experimental_generateVideo as generateVideo } from 'ai';
import { endpointUrl } from './google';
import { watched } from './watched';

export async function reel(prompt: string) {
  const model = watched(vertex.video('veo-3.1-generate-001'), { retries: 2 });
  return generateVideo({ model, prompt, duration: 6 });
}

export async function chat(prompt: string) {
  const cloud = new VertexAI({ project: 'reels', location: 'us-central1' });
  const model = cloud.getGenerativeModel({ model: 'veo-3.0-fast-generate-001' });
  return model.generateContent({ contents: [{ role: 'user', parts: [{ text: prompt }] }] });
}

export async function submit(prompt: string) {
  const modelId = 'veo-3.1-fast-generate-001';
  return fetch(endpointUrl(modelId, 'predictLongRunning'), {
    method: 'POST',
    body: JSON.stringify({ instances: [{ prompt }], parameters: { aspectRatio: '16:9' } }),
  });
}

export async function poll(modelId: string, operationName: string) {
  return fetch(endpointUrl(modelId, 'fetchPredictOperation'), {
    method: 'POST',
    body: JSON.stringify({ operationName }),
  });
}

export async function media(prompt: string) {
  const name = 'veo-3.1-generate-preview';
  const url = `https://generativelanguage.googleapis.com/v1beta/models/${encodeURIComponent(name)}:generateMedia`;
  return fetch(url, { method: 'POST', body: JSON.stringify({ prompt }) });
}
