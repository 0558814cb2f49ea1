export const CREDITS: Record<string, number> = {
  'veo3.1-fast': 0.52,
  'veo_3_1': 1.04,
  'veo_3_1-fast-4K': 0.78, // large
  'kling-2': 1,
  'veo_2_0': 2,
};

export const WIDTHS: Record<string, number> = {
  'veo_3_1': 12,
  'veo_2_0': 14,
};
