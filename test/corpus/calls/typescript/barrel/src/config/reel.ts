import { ratio } from './ratio.json';

const FAST = 'veo-3.1-fast-generate-001';

export default { model: FAST, config: { aspectRatio: ratio } };
