// fallback-cycle on thousands of names: how it ends is nothing that a fixture could show.
import assert from 'node:assert/strict';
import { fallbackCycle } from '../../../src/audit/rules/fallbackCycle.ts';
import { says } from './graphContext.ts';

describe('fallback-cycle', () => {
  it('ends on thousands of names', () => {
    const names = Array.from({ length: 3000 }, (_, index) => `n${index}`);
    const chain = names.map((name, index) => `{${name}: [n${(index + 1) % names.length}]}`).join(', ');
    const text = `model_list:\n  - {model_name: n0, litellm_params: {model: vertex_ai/veo-3.1-generate-001}}\nlitellm_settings:\n  fallbacks: [${chain}]\n`;
    assert.equal(says(fallbackCycle, { 'c.yaml': text }).length, 1);
  });
});
