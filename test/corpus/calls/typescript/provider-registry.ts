import { GoogleGenAI } from '@google/genai';
import { fal } from '@fal-ai/client';

interface Provider { id: string; models: string[]; submit(prompt: string, o: Options): Promise<unknown> }
interface Options { seconds: number; ratio: '16:9' | '9:16'; audio: boolean }

const google: Provider = {
  id: 'google',
  models: ['veo-3.1-generate-preview', 'veo-3.1-fast-generate-preview'],
  submit: (prompt, { seconds, ratio }) =>
    new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY }).models.generateVideos({
      model: 'veo-3.1-fast-generate-preview',
      prompt,
      config: { durationSeconds: seconds, aspectRatio: ratio, resolution: '720p' },
    }),
};

const falProvider: Provider = {
  id: 'fal',
  models: ['fal-ai/veo3.1', 'fal-ai/veo3.1/fast'],
  async submit(prompt, { seconds, ratio, audio }) {
    return fal.queue.submit('fal-ai/veo3.1/fast', {
      input: { prompt, duration: `${seconds}s`, aspect_ratio: ratio, generate_audio: audio, resolution: '1080p' },
    });
  },
};

const falDirect: Provider = {
  id: 'fal-http',
  models: ['fal-ai/veo3'],
  submit: (prompt) =>
    fetch('https://queue.fal.run/fal-ai/veo3', {
      method: 'POST',
      headers: { Authorization: `Key ${process.env.FAL_KEY}` },
      body: JSON.stringify({ prompt, duration: '8s', enhance_prompt: true }),
    }),
};

export const PROVIDERS = new Map([google, falProvider, falDirect].map((p) => [p.id, p]));
