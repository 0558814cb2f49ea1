import { GoogleGenAI } from '@google/genai';

const KEYS = (process.env.GEMINI_KEYS ?? '').split(',');

/** Tries one key after the other. */
export async function withKey<T>(job: (client: GoogleGenAI) => Promise<T>): Promise<T> {
  let last: unknown;
  for (const apiKey of KEYS) {
    try {
      const client = new GoogleGenAI({ apiKey });
      return await job(client);
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

/** Tries one model after the other. */
export async function withModels<T>(models: readonly string[], job: (model: string) => Promise<T>): Promise<T> {
  for (const model of models) {
    try {
      return await job(model);
    } catch {
      continue;
    }
  }
  throw new Error('No model answered');
}
