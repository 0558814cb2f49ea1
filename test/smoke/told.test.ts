// What people read of a run, whole: each sentence while it goes on, its evidence as a page, and JUnit.
import assert from 'node:assert/strict';
import type { Fault } from '../../src/simulator/faults.ts';
import { controlledFailurePlan } from '../../src/smoke/controlledFailure.ts';
import { describeEvent, describeQuestion } from '../../src/smoke/describe.ts';
import { type Evidence, evidenceOf } from '../../src/smoke/evidence.ts';
import { evidenceMarkdown } from '../../src/smoke/evidenceMarkdown.ts';
import type { Transport } from '../../src/smoke/http.ts';
import { junitOf } from '../../src/smoke/junit.ts';
import { keyRing } from '../../src/smoke/keys.ts';
import type { Plan, Run } from '../../src/smoke/run.ts';
import { resumeSmoke, runSmoke } from '../../src/smoke/runner.ts';
import { createBudget } from '../../src/smoke/session.ts';
import { SIMULATED_HEADER } from '../../src/smoke/simulatedMark.ts';
import type { FamilyId } from '../../src/smoke/types.ts';
import { assertKept } from '../kept.ts';
import { type Bench, benchOf, CATALOG, planOf, requestOf, routeOf } from './harness.ts';

interface Story {
  readonly family: FamilyId;
  readonly faults?: readonly Fault[];
  readonly plan?: Partial<Plan>;
  readonly world?: Partial<Bench['world']>;
  readonly jobMs?: number;
  /** Whether the answers keep the mark of the simulator. */
  readonly marked?: boolean;
  /** Ends, then goes on a while later. */
  readonly resumed?: boolean;
  /** With its controlled failure. */
  readonly refusal?: boolean;
}

const unmarked =
  (inner: Transport): Transport =>
  async (request, signal) => {
    const answer = await inner(request, signal);
    const { [SIMULATED_HEADER]: _mark, ...headers } = answer.headers;
    return { ...answer, headers: { ...headers, 'x-request-id': 'request-77' } };
  };

const SILENT = { environment: null, owner: null, labels: {} };

const STORIES: Readonly<Record<string, Story>> = {
  'a pass with a refusal': { family: 'vertex-ai', refusal: true },
  'a pass after waiting': {
    family: 'gemini-api',
    faults: [{ fault: 'rate-limited' }, { fault: 'overloaded', at: 'poll' }],
  },
  'a simulated pass': { family: 'openrouter', plan: { simulated: true }, marked: true },
  'a simulator behind a live address': { family: 'omni-interactions', marked: true },
  'a request of a route that nobody owns': {
    family: 'openrouter',
    plan: {
      route: { ...routeOf('openrouter'), ...SILENT },
      request: { ...requestOf('openrouter'), sampleCount: null, generateAudio: false },
      requestFrom: 'route',
    },
    world: { estimate: () => ({ known: false, reason: 'no price is published' }) },
  },
  'a video with two faults': { family: 'gemini-api', faults: [{ fault: 'wrong-video' }] },
  'a filtered video': { family: 'gemini-api', faults: [{ fault: 'rai-filter' }] },
  'a lost answer that was found': {
    family: 'openai-videos',
    faults: [{ fault: 'lost-answer', at: 'submit' }],
  },
  'a lost answer': { family: 'new-api', faults: [{ fault: 'lost-answer', at: 'submit' }] },
  'a job that outlasts its deadline': {
    family: 'gemini-api',
    plan: { deadlineMs: 40_000 },
    jobMs: 60_000,
    resumed: true,
  },
  'a job that is not done in time': { family: 'gemini-api', plan: { deadlineMs: 40_000 }, jobMs: 60_000 },
  'a request without a ceiling': { family: 'vertex-ai', world: { budget: createBudget(null) } },
  'a request with several faults': {
    family: 'gemini-api',
    plan: {
      asOf: '2026-10-22',
      request: { ...requestOf('gemini-api'), durationSeconds: 5, resolution: '4k' },
    },
  },
  'no key': { family: 'vertex-ai', world: { keys: keyRing([]) } },
  'a no': { family: 'vertex-ai', world: { confirm: async () => false } },
  'a dead ID': { family: 'gemini-api', plan: { asOf: '2026-10-22' } },
};

interface Told {
  readonly lines: readonly string[];
  readonly evidence: readonly Evidence[];
}

async function tell({
  family,
  faults = [],
  plan: changes,
  world: parts,
  jobMs,
  marked,
  resumed,
  refusal,
}: Story): Promise<Told> {
  const lines: string[] = [];
  const bench = benchOf(family, { faults, ...(jobMs === undefined ? {} : { jobMs }) });
  const world: Bench['world'] = {
    ...bench.world,
    transport: marked === true ? bench.world.transport : unmarked(bench.world.transport),
    confirm: async (question) => {
      lines.push(`asked: ${describeQuestion(CATALOG, question)}`);
      return true;
    },
    onEvent: (run, event) => {
      const sentence = describeEvent(CATALOG, run, event);
      if (sentence !== null) lines.push(`${sentence.loudness}: ${sentence.text}`);
    },
    ...parts,
  };
  const plan = planOf(family, { catalog: { version: '2026.11.21', checkedOn: '2026-11-20' }, ...changes });
  let run = await runSmoke(plan, world, bench.journal);
  if (resumed === true) {
    await world.clock.sleep(10_000);
    run = await resumeSmoke(run, world, bench.journal);
  }
  const context = { version: '1.2.3', catalog: CATALOG, redact: (text: string) => text };
  const controlled =
    refusal === true
      ? await runSmoke(controlledFailurePlan(CATALOG, plan), world, { ...bench.journal })
      : null;
  const proofOf = (one: Run, other: Run | null) => evidenceOf(one, { ...context, controlled: other });
  return {
    lines,
    evidence: [proofOf(run, controlled), ...(controlled === null ? [] : [proofOf(controlled, null)])],
  };
}

function kept(name: string, ending: string): URL {
  return new URL(`fixtures/told/${name.replaceAll(' ', '-')}.${ending}`, import.meta.url);
}

describe('what people read of', () => {
  for (const [name, story] of Object.entries(STORIES)) {
    it(`${name}: sentences, evidence, JUnit`, async () => {
      const { lines, evidence } = await tell(story);
      assertKept(kept(name, 'txt'), `${lines.join('\n')}\n`);
      assertKept(kept(name, 'md'), evidence.map((one) => evidenceMarkdown(one)).join('\n'));
      assertKept(kept(name, 'xml'), junitOf(evidence));
    });
  }

  it('several runs is one suite with a case for each', async () => {
    const told = await Promise.all(
      [STORIES['a no'], STORIES['a filtered video'], STORIES['a job that is not done in time']].map((story) =>
        tell(story ?? assert.fail()),
      ),
    );
    assert.match(
      junitOf(told.flatMap(({ evidence }) => evidence)),
      /<testsuite name="veo-audit smoke" tests="3" failures="2" errors="1" time="\d+\.\d{3}">/,
    );
  });
});
