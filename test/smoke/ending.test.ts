// How runs ended, from the evidence that real runs leave: passed, failed, not run; and which of them were sent.
import assert from 'node:assert/strict';
import { endOf, wasAsked } from '../../src/smoke/ending.ts';
import { type Evidence, evidenceOf } from '../../src/smoke/evidence.ts';
import { keyRing } from '../../src/smoke/keys.ts';
import type { Plan } from '../../src/smoke/run.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import { createBudget, type SmokeWorld } from '../../src/smoke/session.ts';
import type { Fault } from '../../src/smoke/simulator/faults.ts';
import { summaryOf } from '../../src/smoke/summary.ts';
import { benchOf, CATALOG, planOf, routeOf } from './harness.ts';

interface Circumstances {
  readonly plan?: Partial<Plan>;
  readonly world?: Partial<SmokeWorld>;
  readonly faults?: readonly Fault[];
}

async function play({ plan, world, faults = [] }: Circumstances): Promise<Evidence> {
  const bench = benchOf('vertex-ai', { faults }, world);
  const run = await runSmoke(planOf('vertex-ai', plan), bench.world, bench.journal);
  return evidenceOf(run, { version: '1', catalog: CATALOG, redact: (text) => text, controlled: null });
}

const ENDS: readonly (readonly [what: string, Circumstances, end: string, asked: boolean])[] = [
  ['a pass', {}, 'passed', true],
  ['a job that ends with an error', { faults: [{ fault: 'rai-filter' }] }, 'failed', true],
  [
    'a dead ID',
    { plan: { route: { ...routeOf('vertex-ai'), model: 'veo-3.0-generate-001' } } },
    'failed',
    false,
  ],
  ['no key', { world: { keys: keyRing([]) } }, 'not run', false],
  ['a no', { world: { confirm: async () => false } }, 'not run', false],
  ['a ceiling that is too low', { world: { budget: createBudget(0.01) } }, 'not run', false],
];

describe('the end of a smoke test', () => {
  for (const [what, circumstances, end, asked] of ENDS) {
    it(`is "${end}" for ${what}${asked ? '' : ', which is no evidence for contracts'}`, async () => {
      const evidence = await play(circumstances);
      assert.equal(endOf(evidence), end, evidence.outcome.message);
      assert.equal(wasAsked(evidence), asked);
      assert.equal(summaryOf(JSON.stringify(evidence), 'a.json')?.asked, asked);
    });
  }
});
