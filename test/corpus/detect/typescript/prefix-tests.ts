export function providerOf(model: string): string {
  if (model.startsWith('veo-')) return 'google';
  if (model.startsWith('veo-3')) return 'google';
  if (model.startsWith("veo-3.1")) return 'google';
  if (model.includes('veo-3.1-fast')) return 'google';
  if (/^veo-3\.\d/.test(model)) return 'google';
  if (model.includes('veo3')) return 'kie';
  if (model.endsWith('-generate-001')) return 'vertex';
  const id = `veo-${version(model)}-generate-preview`;
  const wild = 'veo-3.1-*';
  const head = 'veo-3.';
  return id + wild + head;
}

const version = (m: string) => m.replace('veo-', '').split('-')[0];
