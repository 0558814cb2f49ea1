import OpenAI from 'openai';

export const relay = new OpenAI({ baseURL: 'https://openrouter.ai/api/v1', apiKey: process.env.RELAY_KEY });
export const own = new OpenAI({ baseURL: 'https://media.studio.example/v1', apiKey: process.env.OWN_KEY });
