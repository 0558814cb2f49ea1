import { GoogleGenAI } from '@google/genai';

const ai = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });
const clip = await ai.interactions.create({
  model: 'gemini-omni-1.1-flash',
  input: story,
  response_format: { type: 'video', aspect_ratio: '9:16', duration: '6s', resolution: '720p' },
});
const words = await ai.interactions.create({ model: 'gemini-2.5-flash', input: 'a title for it' });
