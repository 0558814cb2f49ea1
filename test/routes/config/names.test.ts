// IDs that only name a route are told from IDs that are sent.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../../src/catalog/bundled.ts';
import { detectReferences } from '../../../src/detect/detect.ts';
import { nameTest } from '../../../src/routes/config/names.ts';
import { readConfigRoutes } from '../../../src/routes/config/readConfig.ts';

const catalog = bundledCatalog();

/** `ID name` or `ID sent`, in the order of the text. */
function kinds(path: string, text: string): readonly string[] {
  const references = detectReferences({ path, text }, catalog);
  const reading = readConfigRoutes({ path, text }, references, catalog);
  assert.ok(reading !== null);
  const isName = nameTest(reading);
  return references.map((reference) => `${reference.id} ${isName(reference) ? 'name' : 'sent'}`);
}

describe('names of routes', () => {
  it('LiteLLM: model_name, aliases and fallbacks are names', () => {
    const text =
      'model_list:\n  - {model_name: veo-3.0-generate-001, litellm_params: {model: vertex_ai/veo-3.1-generate-001}}\nrouter_settings:\n  model_group_alias: {veo-2.0-generate-001: veo-3.0-generate-001}\n  fallbacks: [{veo-3.0-generate-001: [veo-3.0-fast-generate-001]}]\n';
    assert.deepEqual(kinds('c.yaml', text), [
      'veo-3.0-generate-001 name',
      'veo-3.1-generate-001 sent',
      'veo-2.0-generate-001 name',
      'veo-3.0-generate-001 name',
      'veo-3.0-generate-001 name',
      'veo-3.0-fast-generate-001 name',
    ]);
  });

  it('new-api: a renamed model is a name, in the list and in the table', () => {
    const text =
      '{"type": 41, "status": 1, "group": "a", "models": "veo-3.0-generate-001,veo-3.1-fast-generate-001", "model_mapping": "{\\"veo-3.0-generate-001\\":\\"veo-3.1-generate-001\\"}"}';
    assert.deepEqual(kinds('c.json', text), [
      'veo-3.0-generate-001 name',
      'veo-3.1-fast-generate-001 sent',
      'veo-3.0-generate-001 name',
      'veo-3.1-generate-001 sent',
    ]);
  });

  it('Envoy: a header with an override is a name, one without is sent', () => {
    const rule = (name: string, override: string): string =>
      `    - {matches: [{headers: [{name: x-ai-eg-model, value: ${name}}]}], backendRefs: [{name: b${override}}]}\n`;
    const text = `kind: AIGatewayRoute\nspec:\n  rules:\n${rule('veo-3.0-generate-001', ', modelNameOverride: veo-3.1-generate-001')}${rule('veo-3.1-fast-generate-001', '')}`;
    assert.deepEqual(kinds('e.yaml', text), [
      'veo-3.0-generate-001 name',
      'veo-3.1-generate-001 sent',
      'veo-3.1-fast-generate-001 sent',
    ]);
  });
});
