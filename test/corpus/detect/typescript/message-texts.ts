export class UnknownModel extends Error {
  constructor(id: string) {
    super(`${id} is unknown. Bump it to 'veo-4.0-generate-001' or similar, or take "veo-3.1-generate-001".`);
  }
}

export const hints = [
  'Reference images need veo-3.1-generate-preview (the standard tier).',
  "Initiating generation with model: veo-3.1-fast-generate-preview...",
  'Model "veo-3.0-generate-001" has no frames; supported: veo-3.1-generate-preview, veo-3.1-fast-generate-preview.',
  'Veo 3.1 Fast costs less.',
  'Open veo-3.0-generate-001.json to see more',
  'models/veo-3.0-generate-001 is not found for API version v1beta, or is not supported for predictLongRunning.',
];
