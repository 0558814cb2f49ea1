import logo from '../img/google-veo-3.webp';

export const body = { model: 'google-veo-3', seconds: 8 };
export const wrapped = { modelId: 'fal-ai/google-veo-3.1' };
export const article = 'https://example.com/blog/google-veo-3';
export const page = '/models/google-veo-3-1';
export const look = { logo, icon: 'google-veo-3' };
