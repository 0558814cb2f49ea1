const ALIASES: Record<string, string> = {
  'veo-3.1': 'veo-3.1-generate-preview',
  'veo-3.1-fast': 'veo-3.1-fast-generate-preview',
  'veo-3.1-lite': 'veo-3.1-lite-generate-preview',
  'google/veo-3.1': 'veo-3.1-generate-preview',
  'models/veo-3.1-generate-preview': 'veo-3.1-generate-preview',
};

export const REJECTED = new Set(['veo-3.0-generate-preview', 'veo-3.0-fast-generate-preview']);

export const PRICE_PER_SECOND = {
  'veo-3.1-generate-001': 0.4,
  "veo-3.1-fast-generate-001": 0.1,
  'veo3.1-fast': 0.05,
} as const;

export const resolve = (name: string) => ALIASES[name] ?? name;
