// What the picker shows. Nothing here talks to a server.
export type VeoModel = 'veo-3.1-generate-001' | 'veo-3.1-fast-generate-001' | 'veo-3.1-lite-generate-001';

export interface ModelRow { id: VeoModel | string; label: string; usdPerSecond: number; durations: number[]; resolution?: string }

export const MODEL_ROWS: ModelRow[] = [
  { id: 'veo-3.1-generate-001', label: 'Veo 3.1', usdPerSecond: 0.4, durations: [4, 6, 8], resolution: '1080p' },
  { id: 'veo-3.1-fast-generate-001', label: 'Veo 3.1 Fast', usdPerSecond: 0.1, durations: [4, 6, 8] },
  { id: 'veo-2.0-generate-001', label: 'Veo 2', usdPerSecond: 0.35, durations: [5, 6, 7, 8] },
];

export const RETIRED = new Set(['veo-3.0-generate-preview', 'veo-3.0-fast-generate-preview']);

export function isVeo(model: string): boolean {
  return model.startsWith('veo-3.1-generate') || model === 'veo-2.0-generate-001' || RETIRED.has(model);
}

export function maxSeconds(model: string): number {
  switch (model) {
    case 'veo-3.1-generate-001':
    case 'veo-3.1-fast-generate-001':
      return 8;
    default:
      return 5;
  }
}

/** Example: `ai.models.generateVideos({ model: 'veo-3.1-generate-001', prompt })` */
export const aliases: Record<string, VeoModel> = { quality: 'veo-3.1-generate-001', fast: 'veo-3.1-fast-generate-001' };
