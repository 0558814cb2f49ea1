import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { GoogleGenAI } from '@google/genai';

const MODEL_IDS = ['veo-3.1-generate-preview', 'veo-3.1-fast-generate-preview'] as const;
const server = new McpServer({ name: 'veo', version: '0.3.0' });
const genai = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY! });

server.tool(
  'generate_video',
  'Makes a clip with Veo (veo-3.1-generate-preview by default)',
  {
    prompt: z.string(),
    model: z.enum(MODEL_IDS).default('veo-3.1-generate-preview'),
    seconds: z.number().int().min(4).max(8).default(8),
  },
  async ({ prompt, model, seconds }) => {
    const op = await genai.models.generateVideos({ model, prompt, config: { durationSeconds: seconds, aspectRatio: '16:9' } });
    return { content: [{ type: 'text', text: op.name ?? '' }] };
  },
);

server.tool('ping', {}, async () => {
  const op = await genai.models.generateVideos({ model: MODEL_IDS[1], prompt: 'ping', config: { durationSeconds: 4 } });
  return { content: [{ type: 'text', text: String(op.done) }] };
});
