// Kept for the record; veo-audit.yaml leaves this folder out.
export const FIRST_MODEL = 'veo-2.0-generate-001';
