// fallback-to-shut-down: a healthy route that falls back to a dead one, in one file or over several.
import assert from 'node:assert/strict';
import { fallbackToShutDown } from '../../../src/audit/rules/fallbackToShutDown.ts';
import { says } from './graphContext.ts';

const litellm = (main: string, draft: string): string => `model_list:
  - {model_name: clips, litellm_params: {model: ${main}}}
  - {model_name: draft, litellm_params: {model: ${draft}}}
router_settings:
  fallbacks: [{clips: [draft]}]
`;
const ALIVE = 'vertex_ai/veo-3.1-generate-001';
const DEAD = 'gemini/veo-3.1-fast-generate-preview';

describe('fallback-to-shut-down', () => {
  it('names the target, its model, the surface and the day', () => {
    assert.deepEqual(says(fallbackToShutDown, { 'c.yaml': litellm(ALIVE, DEAD) }), [
      '5:24 draft error: clips falls back to draft, but veo-3.1-fast-generate-preview was shut down on the Gemini API on 2026-10-22. Use another route.',
    ]);
  });

  it('speaks from the shutdown day on', () => {
    const files = { 'c.yaml': litellm(ALIVE, DEAD) };
    assert.equal(says(fallbackToShutDown, files, { asOf: '2026-10-21' }).length, 0);
    assert.equal(says(fallbackToShutDown, files, { asOf: '2026-10-22' }).length, 1);
  });

  it('leaves a dead route to the rule about dead IDs', () => {
    assert.deepEqual(says(fallbackToShutDown, { 'c.yaml': litellm(DEAD, DEAD) }), []);
  });

  it('is silent about a living target, and about a surface on which the ID may live', () => {
    assert.deepEqual(
      says(fallbackToShutDown, { 'c.yaml': litellm(ALIVE, 'vertex_ai/veo-3.1-lite-generate-001') }),
      [],
    );
    assert.deepEqual(says(fallbackToShutDown, { 'c.yaml': litellm(ALIVE, 'openai/veo3.1-fast') }), []);
  });

  it('is milder where a part of the target lives', () => {
    const text = litellm(ALIVE, DEAD).replace(
      'router_settings',
      `  - {model_name: draft, litellm_params: {model: ${ALIVE}}}\nrouter_settings`,
    );
    assert.match(
      says(fallbackToShutDown, { 'c.yaml': text }).join(),
      /^6:24 draft warning: .* was shut down .* Take it out/,
    );
  });

  it('finds the target in another file', () => {
    const [models = '', settings = ''] = litellm(ALIVE, DEAD).split(/(?=router_settings)/);
    const files = { 'models.yaml': models, 'router.yaml': settings };
    assert.match(says(fallbackToShutDown, files).join(), /^2:24 draft error: clips falls back to draft/);
  });

  it('reads the chain of a Portkey config', () => {
    const text =
      '{"strategy":{"mode":"fallback"},"targets":[{"provider":"vertex-ai","override_params":{"model":"veo-3.1-generate-001"}},{"provider":"google","override_params":{"model":"veo-3.0-generate-001"}}]}';
    assert.deepEqual(says(fallbackToShutDown, { 'p.json': text }), [
      '1:169 veo-3.0-generate-001 error: veo-3.1-generate-001 falls back to veo-3.0-generate-001, but veo-3.0-generate-001 was shut down on the Gemini API on 2026-06-30. Use another route.',
    ]);
  });

  it('pairs variables by their names', () => {
    const text = 'VEO_MODEL=veo-3.1-generate-001\nVEO_FALLBACK_MODEL=veo-2.0-generate-001\n';
    assert.match(
      says(fallbackToShutDown, { '.env': text }).join(),
      /^2:1 VEO_FALLBACK_MODEL error: VEO_MODEL falls back/,
    );
    const apart = 'VEO_MODEL=veo-3.1-generate-001\nIMAGE_FALLBACK_MODEL=veo-2.0-generate-001\n';
    assert.deepEqual(says(fallbackToShutDown, { '.env': apart }), []);
  });
});
