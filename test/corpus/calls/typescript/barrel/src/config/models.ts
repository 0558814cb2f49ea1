export const FILM_MODEL = 'veo-3.1-generate-001';
export const OLD_MODEL = 'veo-2.0-generate-001';
