import { createGateway } from '@ai-sdk/gateway';

export const GATEWAY_VIDEO_MODEL = 'google/veo-3.1-generate-001';

export const aiGateway = createGateway({ apiKey: process.env.AI_GATEWAY_API_KEY });
