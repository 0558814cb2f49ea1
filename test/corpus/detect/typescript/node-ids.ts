const CLASS_MAP: Record<string, string> = {
  VeoVideoGenerationNode: 'veo-2.0-generate-001',
  Veo3VideoGenerationNode: 'veo-3.1-generate',
  Veo3FirstLastFrameNode: 'veo-3.1-fast-generate',
};
export const MENU = ['veo-3.1-generate', 'veo-3.1-fast-generate', 'veo-3.0-generate-001', "veo-3.0-fast-generate-001"];
export const flow = { id: 'veo3-node-17', edge: 'veo3->save' };
export { CLASS_MAP };
