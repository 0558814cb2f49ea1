import * as params from './params';
import { buildPrompt, clipConfig } from './params';
import { own, relay } from './relay';
import main, { eitherOne, makeGemini, vertex } from './vertex';
import { unseen } from './unseen';

export const one = (subject: string) =>
  vertex.models.generateVideos({ model: 'veo-3.0-generate-001', prompt: buildPrompt(subject), config: clipConfig(6) });

export const two = (prompt: string) =>
  makeGemini().models.generateVideos({ model: 'veo-3.0-generate-001', prompt, config: params.clipConfig(8, '9:16') });

export const three = (prompt: string) => main.models.generateVideos({ model: 'veo-3.0-generate-001', prompt });

export const four = (prompt: string) => eitherOne.models.generateVideos({ model: 'veo-3.0-generate-001', prompt });

export const five = (prompt: string) => unseen.models.generateVideos({ model: 'veo-3.0-generate-001', prompt });

export const six = (prompt: string) => relay.videos.create({ model: 'google/veo-3.1', prompt, seconds: '8' });

export const seven = (prompt: string) => own.videos.create({ model: 'veo-3.1', prompt, seconds: '8' });
