import { GoogleGenAI } from '@google/genai';

export const vertex = new GoogleGenAI({ vertexai: true, project: 'studio', location: 'us-central1' });

export function makeGemini() {
  return new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });
}

export const eitherOne = process.env.USE_KEY
  ? new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY })
  : new GoogleGenAI({ vertexai: true, project: 'studio', location: 'us-central1' });

export default vertex;
