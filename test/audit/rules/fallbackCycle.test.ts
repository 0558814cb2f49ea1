// fallback-cycle on long circles: what no fixture could show.
import assert from 'node:assert/strict';
import { fallbackCycle } from '../../../src/audit/rules/fallbackCycle.ts';
import { findings, says } from './graphContext.ts';

/** A circle of some names, the first of which is a route to Veo. */
function circleOf(length: number) {
  const names = Array.from({ length }, (_, index) => `n${index}`);
  const chain = names.map((name, index) => `{${name}: [n${(index + 1) % names.length}]}`).join(', ');
  const text = `model_list:\n  - {model_name: n0, litellm_params: {model: vertex_ai/veo-3.1-generate-001}}\nlitellm_settings:\n  fallbacks: [${chain}]\n`;
  return { 'c.yaml': text };
}

describe('fallback-cycle', () => {
  it('ends on thousands of names', () => {
    assert.equal(says(fallbackCycle, circleOf(3000)).length, 1);
  });

  it('names all of twelve, and leaves out the middle of more', () => {
    const way = (length: number) => /\((.+)\)/.exec(says(fallbackCycle, circleOf(length))[0] ?? '')?.[1];
    assert.equal(way(11), 'n0 → n1 → n2 → n3 → n4 → n5 → n6 → n7 → n8 → n9 → n10 → n0');
    assert.equal(way(12), 'n0 → n1 → n2 → n3 → n4 → n5 → n6 → n7 → n8 → n9 → 2 more → n0');
    assert.equal(way(20), 'n0 → n1 → n2 → n3 → n4 → n5 → n6 → n7 → n8 → n9 → 10 more → n0');
  });

  it('shows twelve of its steps', () => {
    const shown = (length: number) => findings(circleOf(length), [fallbackCycle])[0]?.related?.length;
    assert.deepEqual([3, 13, 14].map(shown), [2, 12, 12]);
  });
});
