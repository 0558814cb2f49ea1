// Every spelling a reseller ever wanted from us.
export const KIE = ['veo3', 'veo3_fast', 'veo3_lite'];
export const COMET = ["veo3-fast", "veo3"];
export const RUNWAY = ['veo3.1', 'veo3.1_fast'];
export const LAOZHANG = [
  'veo-3.1', 'veo-3.1-fast', 'veo-3.1-fl', 'veo-3.1-fast-fl',
  'veo-3.1-landscape', 'veo-3.1-landscape-fast', 'veo-3.1-landscape-fl', 'veo-3.1-landscape-fast-fl',
];
export const AIML = [
  'google/veo3', 'google/veo-3.0-fast', 'google/veo-3.0-i2v', 'google/veo-3.0-i2v-fast',
  'google/veo-3.1-t2v', 'google/veo-3.1-t2v-fast', 'google/veo-3.1-i2v', 'google/veo-3.1-i2v-fast',
  'veo2', 'veo2/image-to-video',
];
export const FASTROUTER = ['google/veo3.1', 'google/veo3.1-fast', 'google/veo3.1-lite'];
export const FLATKEY = ['veo3.1', 'veo3.1-fast', 'veo3.1-pro'];
export const OTHERS = ['veo31-fast', 'veo-3.1-lite', 'veo-3-fast', 'veo-3', 'veo-2', 'google/veo-3-1'];
