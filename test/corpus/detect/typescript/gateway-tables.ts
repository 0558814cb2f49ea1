// A reseller's own names, by credits.
export const MODEL_CREDIT_COSTS: Record<string, number> = {
  'firefly-veo31-fast-8s-9x16-1080p': credits(12),
  'firefly-veo31-ref-8s-16x9-1080p': credits(15),
  'flow-veo-3.1': credits(9),
  'ali-sora-video-portrait-official-4s': credits(5),
};
const folder = 'flow-veo-3.1';
