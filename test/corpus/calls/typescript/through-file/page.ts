import { ClipClient, generateVideo } from './lib/veo';

const clips = new ClipClient();

export const draft = (prompt: string) =>
  generateVideo({ model: 'veo-3.1-fast-generate-001', prompt, durationSeconds: 6 });

export const final = (prompt: string) =>
  clips.generateVideo({ model: 'veo-3.1-generate-001', prompt, durationSeconds: 8 });
