import { GoogleGenAI } from '@google/genai';

export const CLIP_MODEL = 'veo-3.1-fast-generate-preview';

export const getClient = () => new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });
