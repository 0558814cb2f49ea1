import { GoogleGenAI } from '@google/genai';

const ai = new GoogleGenAI({ vertexai: true, project: process.env.GCP_PROJECT, location: 'us-central1' });

export interface Clip {
  readonly model: string;
  readonly prompt: string;
  readonly durationSeconds: number;
}

export const generateVideo = ({ model, prompt, durationSeconds }: Clip) =>
  ai.models.generateVideos({ model, prompt, config: { durationSeconds } });

export class ClipClient {
  generateVideo({ model, prompt, durationSeconds }: Clip) {
    return ai.models.generateVideos({ model, prompt, config: { durationSeconds } });
  }
}
