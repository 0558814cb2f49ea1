export const isOld = (model: string) => /veo-3.0-generate-001/i.test(model) || model === '/veo-2.0-generate-001/';
export const asked = [/gemini-omni-flash-preview/, /^veo-3.1-generate-001$/];
const path = root + '/veo-3.0-fast-generate-001/clips';
