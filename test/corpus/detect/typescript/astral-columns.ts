const 𝑎 = 1; const b = '𝟘𝟙𝟚'; const c = 'veo-3.0-generate-001'; const d = '👩🏽‍🚀'; const e = 'veo-2.0-generate-001';
/* 🎬 */ const f = 'veo-3.1-generate-preview'; // 🎬 veo-3.0-fast-generate-001
const g = 'ｖｅｏ-3 café veo-3.0-generate-001 naïve';
const h = { '🎥': ['veo3_fast', '🎥🎥', 'fal-ai/veo3'] };
export { 𝑎, b, c, d, e, f, g, h };
