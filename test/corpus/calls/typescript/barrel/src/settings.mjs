import { GoogleGenAI } from '@google/genai';
import settings from './settings.json' with { type: 'json' };

const ai = new GoogleGenAI({ vertexai: true, project: 'reels', location: 'us-central1' });

export const clip = (prompt) =>
  ai.models.generateVideos({
    model: settings.video.model,
    prompt,
    config: { durationSeconds: settings.video.durationSeconds, resolution: '720p' },
  });
