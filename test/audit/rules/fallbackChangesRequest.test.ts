// fallback-changes-request: family, duration, audio, and models that are no Veo at all.
import assert from 'node:assert/strict';
import { fallbackChangesRequest } from '../../../src/audit/rules/fallbackChangesRequest.ts';
import { findings, says } from './graphContext.ts';

const config = (from: string, to: string): Record<string, string> => ({
  'c.yaml': `model_list:
  - {model_name: a, litellm_params: {model: ${from}}}
  - {model_name: b, litellm_params: {model: ${to}}}
litellm_settings: {fallbacks: [{a: [b]}]}
`,
});
const HERO = 'vertex_ai/veo-3.1-generate-001';
const FAST = 'vertex_ai/veo-3.1-fast-generate-001';

describe('fallback-changes-request', () => {
  for (const [what, from, to, asOf, message] of [
    ['another family', HERO, 'vertex_ai/veo-3.0-generate-001', '2026-06-01', /from veo-3\.1 to veo-3\.0/],
    [
      'another duration',
      `${HERO}, seconds: 8`,
      `${FAST}, seconds: 4`,
      '2026-11-21',
      /4 s long instead of 8 s/,
    ],
    [
      'a duration that is refused',
      `${HERO}, seconds: 4`,
      'vertex_ai/veo-2.0-generate-001',
      '2026-06-01',
      /4 s is refused there/,
    ],
    [
      'lost audio',
      `${HERO}, generate_audio: true`,
      `${FAST}, generate_audio: false`,
      '2026-11-21',
      /without audio/,
    ],
    [
      'a model without audio',
      `${HERO}, generate_audio: true`,
      'vertex_ai/veo-2.0-generate-001',
      '2026-06-01',
      /without audio/,
    ],
    [
      'audio that is paid for',
      `${HERO}, generate_audio: false`,
      `${HERO}, generate_audio: true`,
      '2026-11-21',
      /with audio/,
    ],
    ['another model', HERO, 'openai/sora-2', '2026-11-21', /openai\/sora-2 is no Veo model/],
  ] as const) {
    it(`reports ${what}`, () => {
      const said = says(fallbackChangesRequest, config(from, to), { asOf });
      assert.match(said.join(), /^4:37 b warning: a falls back to b: /);
      assert.match(said.join(), message);
    });
  }

  for (const [what, from, to] of [
    ['another tier of the family', HERO, FAST],
    ['a duration that only one side sets', HERO, `${FAST}, seconds: 8`],
    ['a dead target, of which another rule speaks', HERO, 'vertex_ai/veo-2.0-generate-001'],
    ['a dead route, of which another rule speaks', 'vertex_ai/veo-3.0-generate-001', HERO],
    ['a model from the environment', HERO, 'os.environ/MODEL'],
    ['a spelling whose family is not known', HERO, 'openai/veo3.1-fast'],
  ] as const) {
    it(`is silent about ${what}`, () => assert.deepEqual(says(fallbackChangesRequest, config(from, to)), []));
  }

  it('keeps targets without names of their own apart from those of other files', () => {
    const portkey = (second: string): string =>
      `{ "strategy": { "mode": "fallback" }, "targets": [
  { "provider": "vertex-ai", "override_params": { "model": "veo-3.1-generate-001" } },
  { "provider": "x", "override_params": { "model": "${second}" } }] }`;
    const files = { 'a.json': portkey('veo-3.1-fast-generate-001'), 'b.json': portkey('sora-2') };
    assert.deepEqual(
      findings(files, [fallbackChangesRequest]).map(({ file }) => file),
      ['b.json'],
    );
  });

  it('is silent where the team has approved it', () => {
    assert.deepEqual(
      says(fallbackChangesRequest, config(HERO, 'openai/sora-2'), {
        contracts: 'routes: {a: {fallbacks: {approved: [{to: b}]}}}',
      }),
      [],
    );
  });
});
