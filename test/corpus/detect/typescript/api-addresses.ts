const base = process.env.CLIP_API ?? 'https://api.segmind.com/v1/veo-3';
export const urls = {
  lite: `https://api.clips.example.org/v1/models/veo-3.1-lite`,
  pro: `https://pollo.ai/api/platform/generation/google/veo3`,
  tier: `https://api.segmind.com/v1/veo-3-${process.env.TIER}`,
  editor: 'https://www.clips.example.org/v1/veo-3.1-lite',
};
export const post = (body: object) => fetch(base, { method: 'POST', body: JSON.stringify(body) });
