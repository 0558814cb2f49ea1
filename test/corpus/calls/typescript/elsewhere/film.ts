import { fal } from '@fal-ai/client';
import { VIDEO } from './models';
export const film = (prompt: string) => fal.subscribe(VIDEO.fast, { input: { prompt, duration: '8s', resolution: '720p', generate_audio: false } });
export const picture = (prompt: string) => fal.subscribe(VIDEO.image, { input: { prompt } });
export const any = (model: string, prompt: string) => fal.subscribe(model, { input: { prompt, duration: '8s' } });
