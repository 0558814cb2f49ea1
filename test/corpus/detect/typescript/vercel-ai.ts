import { google } from '@ai-sdk/google';
import { vertex } from '@ai-sdk/google-vertex';
import { experimental_generateVideo as generateVideo, gateway } from 'ai';

export const a = () => generateVideo({ model: google.video('veo-3.1-fast-generate-preview'), prompt: 'kite' });
export const b = () => generateVideo({ model: vertex.video('veo-3.0-generate-001'), prompt: 'kite' });
export const c = () => generateVideo({ model: 'google/veo-3.1-fast-generate-001', prompt: 'kite' });
export const d = () => generateVideo({ model: gateway.video('google/veo-3.1-lite-generate-001'), prompt: 'kite' });
export const e = () => generateVideo({ model: 'vertex/veo-3.1-generate-001', prompt: 'kite' });
