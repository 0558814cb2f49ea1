import { GoogleGenAI } from '@google/genai';
import { FILM_MODEL, FILM_SECONDS } from '#shared/models';
import { settings } from 'studio-config';
import { OTHER_MODEL } from 'some-package';

const ai = new GoogleGenAI({ vertexai: true, project: 'reels', location: 'us-central1' });

export const film = (prompt: string) =>
  ai.models.generateVideos({ model: FILM_MODEL, prompt, config: { durationSeconds: FILM_SECONDS } });

export const reel = (prompt: string) =>
  ai.models.generateVideos({ model: settings.reel.model, prompt, config: { aspectRatio: settings.reel.ratio } });

export const other = (prompt: string) => ai.models.generateVideos({ model: OTHER_MODEL, prompt });
