import { GoogleGenAI } from '@google/genai';

const proxied = new GoogleGenAI({ apiKey: key, httpOptions: { baseUrl: 'https://models.proxy.example' } });
const direct = new GoogleGenAI({ apiKey: key, httpOptions: { baseUrl: 'https://generativelanguage.googleapis.com' } });

await proxied.models.generateVideos({ model: 'veo-3.1-generate-preview', prompt: 'fog' });
await direct.models.generateVideos({ model: 'veo-3.1-generate-preview', prompt: 'fog' });
