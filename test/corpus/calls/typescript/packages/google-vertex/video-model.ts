// A provider's own package: its folder says where the requests go.
import { generateVideo } from './runtime';

export const clip = generateVideo({ model: 'veo-3.1-generate-001', prompt: 'a kite', duration: 8, resolution: '1280x720' });
