// fallback-unapproved: each step of a configuration against what the contract of its route allows.
import assert from 'node:assert/strict';
import { fallbackDearer } from '../../../src/audit/rules/fallbackDearer.ts';
import { fallbackUnapproved } from '../../../src/audit/rules/fallbackUnapproved.ts';
import { fixed, says } from './graphContext.ts';

const LITELLM = `model_list:
  - {model_name: hero, litellm_params: {model: vertex_ai/veo-3.1-generate-001}}
  - {model_name: draft, litellm_params: {model: vertex_ai/veo-3.1-fast-generate-001}}
  - {model_name: sora, litellm_params: {model: openai/sora-2}}
litellm_settings:
  fallbacks: [{hero: [draft, sora]}]
`;
const PORTKEY = `{
  "strategy": { "mode": "fallback", "on_status_codes": [429, 503, 400] },
  "targets": [
    { "name": "lite", "provider": "vertex-ai", "override_params": { "model": "veo-3.1-lite-generate-001" } },
    { "name": "film", "provider": "vertex-ai", "override_params": { "model": "veo-3.1-generate-001" } }
  ]
}
`;
const contract = (name: string, fallbacks: string): { contracts: string } => ({
  contracts: `routes: { ${name}: { fallbacks: ${fallbacks} } }`,
});
const litellm = (fallbacks: string, name = 'hero'): readonly string[] =>
  says(fallbackUnapproved, { 'c.yaml': LITELLM }, contract(name, fallbacks));
const portkey = (fallbacks: string, name = 'lite'): readonly string[] =>
  says(fallbackUnapproved, { 'p.json': PORTKEY }, contract(name, fallbacks));

describe('fallback-unapproved', () => {
  it('finds a target that the list does not name', () => {
    const said = litellm('{ approved: [{ to: draft }] }');
    assert.equal(said.length, 1);
    assert.match(
      said.join(),
      /^6:30 sora error: hero falls back to sora, which the contract hero does not approve/,
    );
  });

  it('takes an empty list for nowhere', () => assert.equal(litellm('{ approved: [] }').length, 2));

  for (const [what, fallbacks, name] of [
    ['no list', '{ failClosed: [400] }', 'hero'],
    ['a contract for another route', '{ approved: [] }', 'draft'],
    ['a target by its model', '{ approved: [{ to: draft }, { to: sora-2 }] }', 'hero'],
    [
      'codes on which the file says nothing',
      '{ approved: [{ to: draft, when: [429] }, { to: sora }] }',
      'hero',
    ],
  ] as const) {
    it(`is silent about ${what}`, () => assert.deepEqual(litellm(fallbacks, name), []));
  }

  it('knows targets without a name of their own by the name and the model of the target', () => {
    for (const to of ['film', 'veo-3.1-generate-001'])
      assert.deepEqual(portkey(`{ approved: [{ to: ${to} }] }`), [], to);
    assert.equal(portkey('{ approved: [{ to: other }] }').length, 1);
  });

  it('knows a target by the contract that is for it', () => {
    const contracts = `routes:
  lite: { fallbacks: { approved: [{ to: cinema }] } }
  cinema: { match: { file: p.json, model: veo-3.1-generate-001 } }
`;
    assert.deepEqual(says(fallbackUnapproved, { 'p.json': PORTKEY }, { contracts }), []);
    assert.deepEqual(says(fallbackDearer, { 'p.json': PORTKEY }, { contracts }), []);
  });

  it('finds a code on which the contract fails closed, and takes it out', () => {
    const said = portkey('{ failClosed: [503, 400] }');
    assert.equal(said.length, 1);
    assert.match(said.join(), /^2:62 503 error: lite .* falls back to .* on 503, .* fails closed on it/);
  });

  it('finds a code beyond those that are approved', () => {
    const said = portkey('{ approved: [{ to: film, when: [quota, timeout] }] }');
    assert.equal(said.length, 1);
    assert.match(said.join(), /^2:62 503 warning: .* approves it only on 429 and timeout/);
    assert.deepEqual(portkey('{ approved: [{ to: film, when: [429, 503] }] }'), []);
  });

  it('speaks of a target with several codes once a code', () => {
    assert.equal(portkey('{ approved: [], failClosed: [429, 503] }').length, 3);
  });

  it('takes a code out of its list', () => {
    const options = contract('lite', '{ failClosed: [503] }');
    assert.match(fixed(fallbackUnapproved, { 'p.json': PORTKEY }, 'p.json', options), /\[429, 400\]/);
  });
});
