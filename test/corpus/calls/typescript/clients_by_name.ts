// Clients that come from elsewhere: the word Vertex in their name speaks for Vertex AI, other names for nobody.
import { getVertexClient } from './clients.js';

export const one = (prompt: string) =>
  getVertexClient().models.generateVideos({ model: 'veo-3.1-lite-generate-001', prompt, config: { durationSeconds: 4 } });

export const two = (vertexAi: Client, prompt: string) =>
  vertexAi.models.generateVideos({ model: 'veo-3.0-generate-001', prompt });

export const three = (ai: Client, prompt: string) => ai.models.generateVideos({ model: 'veo-3.0-generate-001', prompt });

export const four = (convertexClient: Client, prompt: string) =>
  convertexClient.models.generateVideos({ model: 'veo-3.0-generate-001', prompt });
