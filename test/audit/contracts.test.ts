// What the rules over contracts look at, beyond what their fixtures can show: routes of every match, and half a workspace.
import assert from 'node:assert/strict';
import { contextOf, says } from './contractCase.ts';

const LITELLM = `model_list:
  - {model_name: hero, litellm_params: {model: vertex_ai/veo-3.1-generate-001}}
  - {model_name: draft, litellm_params: {model: vertex_ai/veo-3.1-lite-generate-001}}
`;
const hero = (...lines: readonly string[]): string =>
  ['routes:', '  hero:', ...lines.map((line) => `    ${line}`), ''].join('\n');

describe('contracts', () => {
  for (const [match, count] of [
    ['{ file: "app/[id]/gateway.yaml" }', 2],
    ['{ file: "*.yaml" }', 4],
    ['{ file: litellm.yaml, model: veo-3.1-generate-001 }', 1],
    ['{ model: veo-3.1-generate-001 }', 2],
    ['{ name: draft }', 2],
    ['{ name: draft, model: veo-3.1-generate-001 }', 0],
  ] as const) {
    it(`find ${count} routes by ${match}`, () => {
      const files = { 'litellm.yaml': LITELLM, 'app/[id]/gateway.yaml': LITELLM };
      assert.equal(contextOf({ config: hero(`match: ${match}`), files }).contracts[0]?.routes.length, count);
    });
  }

  it('miss nothing where not everything was looked at', () => {
    const config = hero('match: { file: "src/*.ts" }', 'fallbacks: { approved: [{ to: nobody }] }');
    const found = (complete: boolean) => says({ config, complete }, 'contract-mismatch').length;
    assert.deepEqual([found(true), found(false)], [2, 0]);
  });
});
