// How runs ended, from the evidence that real runs leave: passed, failed, not run; and which of them were sent.
import assert from 'node:assert/strict';
import type { Fault } from '../../src/simulator/faults.ts';
import { controlledFailurePlan } from '../../src/smoke/controlledFailure.ts';
import { describeEvent, type Sentence } from '../../src/smoke/describe.ts';
import { endOf, wasAsked } from '../../src/smoke/end.ts';
import { endingOf, tallyOf, verdictLine } from '../../src/smoke/ending.ts';
import { type Evidence, evidenceOf } from '../../src/smoke/evidence.ts';
import { FAILURES, type FailureId, nextAfter } from '../../src/smoke/failures.ts';
import { keyRing } from '../../src/smoke/keys.ts';
import type { Proof } from '../../src/smoke/prove.ts';
import type { Plan } from '../../src/smoke/run.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import { createBudget, type SmokeWorld } from '../../src/smoke/session.ts';
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

describe('the verdict on a route', () => {
  it('is a pass where the controlled failure was refused, and green to the last line', async () => {
    const [main, refusal] = [await proofOf({}), await controlledProof({})];
    const ending = endingOf([main, refusal]);
    assert.equal(ending?.end, 'passed');
    const line = verdictLine(ending);
    assert.match(
      line,
      /^passed: The route made .* It refused the controlled failure\. Evidence: \/e\/run-.*\.md$/,
    );
    const said = refusal.lines.at(-1);
    assert.deepEqual(
      [said?.loudness, /^passed: .* was refused, as it must be$/.test(said?.text ?? '')],
      ['info', true],
    );
  });

  it('is a failure where the controlled failure was accepted, and still a pass where it was not sent', async () => {
    const main = await proofOf({});
    const accepted = await controlledProof({ fault: 'an empty prompt', route: routeOf('vertex-ai') });
    assert.equal(endingOf([main, accepted])?.end, 'failed');
    const declined = await controlledProof({}, { confirm: async () => false });
    const ending = endingOf([main, declined]);
    assert.deepEqual([ending?.end, ending?.text.includes('showed nothing')], ['passed', true]);
  });

  it('of several routes warns of every one that did not pass', async () => {
    const passed = endingOf([await proofOf({})]);
    const failed = endingOf([await proofOf({ faults: [{ fault: 'rai-filter' }] })]);
    const notRun = endingOf([await proofOf({ world: { keys: keyRing([]) } })]);
    assert.ok(passed !== null && failed !== null && notRun !== null);
    // The bench's simulator makes every run a simulated one.
    const live = [passed, failed, notRun].map((ending) => ({ ...ending, simulated: false }));
    assert.deepEqual(tallyOf([passed, passed]), {
      text: '2 of 2 smoke tests passed (simulated).',
      isWarning: false,
    });
    assert.deepEqual(tallyOf(live), {
      text: '1 of 3 smoke tests failed, 1 was not run.',
      isWarning: true,
    });
    assert.equal(tallyOf([failed, failed]).text, '2 of 2 smoke tests failed (simulated).');
  });

  it('of a simulation says nothing of bills, whatever went wrong', () => {
    for (const failure of Object.keys(FAILURES) as FailureId[])
      assert.doesNotMatch(nextAfter(failure, true), /bill|paid/, failure);
  });
});

async function proofOf(circumstances: Circumstances): Promise<Proof> {
  const evidence = await play(circumstances);
  return { evidence, files: { json: `/e/${evidence.runId}.json`, markdown: `/e/${evidence.runId}.md` } };
}

/** The proof of a controlled failure, with what was said of it. */
async function controlledProof(plan: Partial<Plan>, world: Partial<SmokeWorld> = {}) {
  const lines: Sentence[] = [];
  const onEvent: SmokeWorld['onEvent'] = (run, event) => {
    const sentence = describeEvent(CATALOG, run, event);
    if (sentence !== null && sentence.loudness !== 'debug') lines.push(sentence);
  };
  const proof = await proofOf({
    plan: { ...controlledFailurePlan(CATALOG, planOf('vertex-ai')), ...plan },
    world: { onEvent, ...world },
  });
  return { ...proof, lines };
}
