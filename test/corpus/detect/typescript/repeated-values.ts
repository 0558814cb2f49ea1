import other from 'veo3.1-fast';

export const call = { model: 'veo3.1-fast', other };
export const badge = { label: 'veo3.1-fast', next: 'veo3.1-faster' };
export const file = 'out/veo3.1-fast/clip.mp4';
export const isFast = (id: string) => id.startsWith('veo3.1-fast');
