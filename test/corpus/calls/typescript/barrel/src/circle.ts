import { GoogleGenAI } from '@google/genai';
import { ROUND } from './round/one';

const ai = new GoogleGenAI({ vertexai: true, project: 'reels', location: 'us-central1' });

export const round = (prompt: string) => ai.models.generateVideos({ model: ROUND, prompt });
