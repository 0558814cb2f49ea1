// fallback-undeclared: names that nobody declares, and all the reasons for which one may be declared elsewhere.
import assert from 'node:assert/strict';
import { fallbackUndeclared } from '../../../src/audit/rules/fallbackUndeclared.ts';
import { fixed, says } from './graphContext.ts';

const config = (fallback: string, more = ''): string => `model_list:
  - {model_name: clips, litellm_params: {model: vertex_ai/veo-3.1-generate-001}}
  - {model_name: clips-draft, litellm_params: {model: vertex_ai/veo-3.1-lite-generate-001}}
${more}litellm_settings:
  fallbacks:
    - clips: ['${fallback}'] # the cheap one
`;

describe('fallback-undeclared', () => {
  it('names the missing route and the one that is meant', () => {
    assert.deepEqual(says(fallbackUndeclared, { 'c.yaml': config('clips-drat') }), [
      '6:16 clips-drat error: clips falls back to clips-drat, which no configuration declares. Did you mean clips-draft?',
    ]);
  });

  it('mends a slip inside its quotes', () => {
    assert.equal(
      fixed(fallbackUndeclared, { 'c.yaml': config('clips-drat') }, 'c.yaml'),
      config('clips-draft'),
    );
  });

  it('offers nothing that is far away, nor the route itself', () => {
    for (const name of ['something-else', 'clip']) {
      assert.doesNotMatch(says(fallbackUndeclared, { 'c.yaml': config(name) }).join(), /meant/);
    }
  });

  for (const [why, more] of [
    ['another model answers to it', '  - {model_name: other, litellm_params: {model: openai/sora-2}}\n'],
    ['an alias has it', 'router_settings: {model_group_alias: {other: clips}}\n'],
    ['a wildcard takes every name', '  - {model_name: "*", litellm_params: {model: "openai/*"}}\n'],
    ['further files are included', 'include: [more.yaml]\n'],
    ['models are kept in a database', 'general_settings: {store_model_in_db: true}\n'],
  ] as const) {
    it(`is silent where ${why}`, () => {
      assert.deepEqual(says(fallbackUndeclared, { 'c.yaml': config('other', more) }), []);
    });
  }

  it('finds an alias that stands for nothing, and mends a slip', () => {
    const alias = (of: string): string =>
      config('clips-draft', `router_settings: {model_group_alias: {film: ${of}}}\n`);
    assert.deepEqual(says(fallbackUndeclared, { 'c.yaml': alias('cilps') }), [
      '4:45 cilps error: film stands for cilps, which no configuration declares. Did you mean clips?',
    ]);
    assert.equal(fixed(fallbackUndeclared, { 'c.yaml': alias('cilps') }, 'c.yaml'), alias('clips'));
    assert.deepEqual(says(fallbackUndeclared, { 'c.yaml': alias('gpt-9') }), []);
    const library = config(
      'clips-draft',
      'litellm_settings: {model_alias_map: {veo: vertex_ai/veo-3.1-x}}\n',
    );
    assert.deepEqual(says(fallbackUndeclared, { 'c.yaml': library }), []);
  });

  it('is silent where another file declares it', () => {
    const other =
      'model_list:\n  - {model_name: other, litellm_params: {model: vertex_ai/veo-3.1-lite-generate-001}}\n';
    assert.deepEqual(says(fallbackUndeclared, { 'c.yaml': config('other'), 'o.yaml': other }), []);
  });
});
