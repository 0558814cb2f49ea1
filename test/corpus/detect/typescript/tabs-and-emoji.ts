	const model = 'veo-3.0-generate-001';
		const second = "veo-3.0-fast-generate-001";	// veo-2.0-generate-001
const log = '🎬🎬 start veo-3.1-generate-preview';
const zh = '使用模型veo-3.0-generate-001生成视频';
const family = '👨‍👩‍👧‍👦 veo-2.0-generate-001';
const math = '𝒱eo-3 𝟛 veo-3.1-fast-generate-preview';
const flags = { '🇩🇪': 'veo-3.0-generate-001', '🇯🇵': 'veo3_fast' };
export { family, flags, log, math, model, second, zh };
