export class UnknownModel extends Error {
  constructor(id: string) {
    super(`${id} is unknown. Bump it to 'veo-4.0-generate-001' or similar, or take "veo-3.1-generate-001".`);
  }
}

export const hints = [
  'Frames ask for veo-3.1-generate-preview (the dear one).',
  "The clip is being made by veo-3.1-fast-generate-preview...",
  '"veo-3.0-generate-001" has no frames; those who have: veo-3.1-generate-preview, veo-3.1-fast-generate-preview.',
  'Veo 3.1 Fast costs less.',
  'Open veo-3.0-generate-001.json to see more',
  'models/veo-3.0-generate-001 is not found for API version v1beta, or is not supported for predictLongRunning.',
];
