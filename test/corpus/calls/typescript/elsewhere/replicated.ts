import Replicate from 'replicate';
import { REPLICATE_VEO } from './models';
const replicate = new Replicate();
export const a = (prompt: string) => replicate.run(REPLICATE_VEO, { input: { prompt, duration: 8 } });
export const b = (prompt: string) => replicate.run('black-forest-labs/flux', { input: { prompt } });
