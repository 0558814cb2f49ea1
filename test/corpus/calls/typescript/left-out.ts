import { createGoogleGenerativeAI } from '@ai-sdk/google';
import { experimental_generateVideo as generateVideo } from 'ai';

const google = createGoogleGenerativeAI({ apiKey: process.env.GEMINI_API_KEY });

export const make = (prompt: string, silent: boolean) =>
  generateVideo({
    model: google.video('veo-3.1-generate-preview'),
    prompt,
    duration: 8,
    ...(silent && { providerOptions: { google: { generateAudio: false } } }),
  });
