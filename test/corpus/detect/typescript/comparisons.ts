declare const model: string;

export const a = model.includes('veo-3.0-generate-001');
export const b = model.startsWith('veo-3.1-fast-generate');
export const c = model.replace('veo-3.0-generate-001', "veo-3.1-generate-001");
export const d = model.endsWith('veo-2.0-generate-001') || model.includes('veo-3.0');
export const e = model.indexOf('veo3') >= 0;
export const f = model.match(/^veo-3/);
export const g = ['veo-3.0-generate-001', 'veo-3.0-fast-generate-001'].some((id) => model.endsWith(id));
export const h = model.replace('veo-', '').replace('-generate', '');
export const i = `veo-${3}.0-generate-001`;
export const j = 'veo-3.0-generate-*';
export const k = model.startsWith('models/veo-') ? model.slice(7) : `models/${model}`;
export const l = new Map([['veo-3.1-generate-001', 1], ["veo3_fast", 2]]).get(model);
