export const FILM_MODEL = 'veo-3.1-generate-001';
export const FILM_SECONDS = 4;
