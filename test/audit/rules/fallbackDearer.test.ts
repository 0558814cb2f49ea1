// fallback-dearer: the same request on both sides, what the target sets itself, and what the team approved.
import assert from 'node:assert/strict';
import { fallbackDearer } from '../../../src/audit/rules/fallbackDearer.ts';
import { says } from './graphContext.ts';

const config = (from: string, to: string): Record<string, string> => ({
  'c.yaml': `model_list:
  - {model_name: a, litellm_params: {${from}}}
  - {model_name: b, litellm_params: {${to}}}
litellm_settings: {fallbacks: [{a: [b]}]}
`,
});
const LITE = 'model: vertex_ai/veo-3.1-lite-generate-001';
const FAST = 'model: vertex_ai/veo-3.1-fast-generate-001';
const HERO = 'model: vertex_ai/veo-3.1-generate-001';

describe('fallback-dearer', () => {
  it('compares the cost of the same request', () => {
    const said = says(fallbackDearer, config(`${LITE}, seconds: 4, generate_audio: true`, HERO));
    assert.match(
      said.join(),
      /^4:37 b warning: a falls back to b, where the same request costs \$1\.60 instead of \$0\.20\./,
    );
  });

  it('counts what the target sets itself', () => {
    assert.deepEqual(says(fallbackDearer, config(`${FAST}, seconds: 8`, `${LITE}, seconds: 8`)), []);
    assert.equal(says(fallbackDearer, config(`${FAST}, seconds: 4`, `${FAST}, seconds: 8`)).length, 1);
  });

  it('warns of a higher resolution at the same price', () => {
    const said = says(fallbackDearer, config(`${HERO}, resolution: 720p`, `${HERO}, resolution: 1080p`));
    assert.match(said.join(), /which makes 1080p instead of 720p/);
  });

  it('is silent about cheaper and equal routes, and where no price is known', () => {
    for (const [from, to] of [
      [HERO, FAST],
      [HERO, HERO],
      [FAST, 'model: openai/veo3.1-fast'],
      [FAST, 'model: openai/sora-2'],
    ] as const) {
      assert.deepEqual(says(fallbackDearer, config(from, to)), [], `${from} → ${to}`);
    }
  });

  it('is silent where the fallback is dearer only at its least, or only at its most', () => {
    // What is left open is a range: from 4 s to 8 s, without sound or with it.
    const both = (from: string, to: string) =>
      says(fallbackDearer, config(`${FAST}, ${from}`, `${FAST}, ${to}`));
    const open = 'seconds: "os.environ/SECONDS", generate_audio: "os.environ/AUDIO"';
    assert.deepEqual(both(open, 'seconds: 6, generate_audio: true'), []);
    assert.deepEqual(both('seconds: 6, generate_audio: true', open), []);
  });

  it('is silent where the team has approved it', () => {
    const contracts = 'routes: {a: {fallbacks: {approved: [{to: b}]}}}';
    assert.deepEqual(says(fallbackDearer, config(LITE, HERO), { contracts }), []);
    const other = 'routes: {b: {fallbacks: {approved: [{to: a}]}}}';
    assert.equal(says(fallbackDearer, config(LITE, HERO), { contracts: other }).length, 1);
  });

  it('speaks of several deployments of a name where each of them is dearer', () => {
    const files = config(LITE, `${HERO}, vertex_location: a`);
    const text = files['c.yaml']?.replace(
      'litellm_settings',
      `  - {model_name: b, litellm_params: {${HERO}, vertex_location: b}}\nlitellm_settings`,
    );
    assert.match(
      says(fallbackDearer, { 'c.yaml': text ?? '' }).join(),
      /^5:37 b warning: a falls back to b, where/,
    );
  });

  it('is silent where one of several deployments is not', () => {
    const files = config(LITE, HERO);
    const text = files['c.yaml']?.replace(
      'litellm_settings',
      `  - {model_name: b, litellm_params: {${LITE}}}\nlitellm_settings`,
    );
    assert.deepEqual(says(fallbackDearer, { 'c.yaml': text ?? '' }), []);
  });
});
