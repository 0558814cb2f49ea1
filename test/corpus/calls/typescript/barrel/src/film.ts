import { GoogleGenAI } from '@google/genai';
import { FILM_MODEL, LIMITS, REEL } from './config';

const ai = new GoogleGenAI({ vertexai: true, project: 'reels', location: 'us-central1' });

export const film = (prompt: string) =>
  ai.models.generateVideos({ model: FILM_MODEL, prompt, config: { durationSeconds: LIMITS.seconds } });

export const reel = (prompt: string) => ai.models.generateVideos({ model: REEL.model, prompt, config: REEL.config });
