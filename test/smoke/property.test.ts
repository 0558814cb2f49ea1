// Ten thousand random misfortunes: a run always ends, never starts a second job, and never tells a secret.
import assert from 'node:assert/strict';
import { ANSWER_FAULTS, type Fault, JOB_FAULTS, STEPS } from '../../src/simulator/faults.ts';
import { DIALECTS } from '../../src/simulator/world.ts';
import { describeEvent } from '../../src/smoke/describe.ts';
import { evidenceOf } from '../../src/smoke/evidence.ts';
import { evidenceMarkdown } from '../../src/smoke/evidenceMarkdown.ts';
import type { Transport } from '../../src/smoke/http.ts';
import { fixedKey, keyRing } from '../../src/smoke/keys.ts';
import { redactEvent, redactor } from '../../src/smoke/redact.ts';
import { isEnded, type Run, type RunEvent, replay } from '../../src/smoke/run.ts';
import { RunError } from '../../src/smoke/runErrors.ts';
import { isResumable, resumeSmoke, runSmoke } from '../../src/smoke/runner.ts';
import { benchOf, CATALOG, FAMILY_NAMES, HOST, planOf, SECRET, seeded } from './harness.ts';
import { virtualClock } from './virtualClock.ts';

const SCRIPTS = 10_000;
/** No script may need more virtual time: two deadlines, the preflight's waits, and three resumes. */
const LONGEST_MS = 8 * 3_600_000;

class Crash extends Error {}

interface Told {
  readonly run: Run;
  readonly jobs: number;
  readonly texts: string;
  readonly hostsWithKey: ReadonlySet<string>;
  readonly virtualMs: number;
  readonly events: readonly RunEvent[];
}

function pick<T>(list: readonly T[], random: () => number): T {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new Error('an empty list');
  return chosen;
}

function randomFaults(random: () => number): readonly Fault[] {
  return Array.from({ length: Math.floor(random() * 5) }, () => {
    const fault = pick([...ANSWER_FAULTS, ...JOB_FAULTS], random);
    return {
      fault,
      at: pick(STEPS, random),
      nth: 1 + Math.floor(random() * 4),
      times: random() < 0.2 ? 500 : 1 + Math.floor(random() * 4),
      seconds: Math.floor(random() * 90),
    };
  });
}

/** A surface that repeats the caller's key in its errors, its headers, and the names of its jobs' problems. */
function gossip(inner: Transport, random: () => number): Transport {
  return async (request, signal) => {
    const answer = await inner(request, signal);
    if (random() < 0.5) return answer;
    const text = new TextDecoder()
      .decode(answer.body)
      .replace(/"message":"/g, `"message":"your key ${SECRET} and https://x.test/v?sig=${SECRET} `);
    const isJson = answer.headers['content-type']?.startsWith('application/json') === true;
    return {
      ...answer,
      headers: { ...answer.headers, 'x-request-id': `id-${SECRET}` },
      body: isJson ? new TextEncoder().encode(text) : answer.body,
    };
  };
}

/** Plays one script: with crashes of the program, a cancellation, and resumes until nothing is left to resume. */
async function play(seed: number): Promise<Told> {
  const random = seeded(seed);
  const family = pick(FAMILY_NAMES, random);
  const clock = virtualClock();
  const started = clock.now();
  const texts: string[] = [];
  const bench = benchOf(
    family,
    { clock, random, faults: randomFaults(random), dialect: pick(DIALECTS, random) },
    {
      keys: keyRing([fixedKey([HOST], SECRET)]),
      redact: redactor([SECRET]),
      onEvent: (run, event) => {
        texts.push(describeEvent(CATALOG, run, event)?.text ?? '');
      },
    },
  );
  const world = { ...bench.world, transport: gossip(bench.world.transport, random) };
  const events: RunEvent[] = [];
  const crashes = new Set(
    Array.from({ length: random() < 0.4 ? 1 + Math.floor(random() * 2) : 0 }, () =>
      Math.floor(random() * 25),
    ),
  );
  const journal = {
    append: async (event: RunEvent) => {
      // The program dies before or after the line reaches the disk.
      const crash = crashes.delete(events.length);
      if (crash && random() < 0.5) throw new Crash();
      events.push(redactEvent(event, world.redact));
      if (crash) throw new Crash();
    },
    close: async () => {},
  };
  const cancel = new AbortController();
  const cancelAfter = random() < 0.2 ? Math.floor(random() * 20) : -1;
  const onEvent = world.onEvent;
  const hearing = {
    ...world,
    onEvent: (run: Run, event: RunEvent) => {
      onEvent(run, event);
      if (events.length === cancelAfter) cancel.abort();
    },
  };
  const plan = planOf(family, {
    kind: random() < 0.1 ? 'controlled-failure' : 'smoke',
    fault: 'nothing at all',
  });
  let run = await surviving(() => runSmoke(plan, hearing, journal, cancel.signal));
  // Resumed up to three times, and as often again as it crashed.
  for (let resumes = 0; resumes < 3 || run === null; resumes += 1) {
    const stored = replay(events);
    if (stored === null) run = await surviving(() => runSmoke(plan, hearing, journal));
    else if (isResumable(stored)) run = await surviving(() => resumeSmoke(stored, hearing, journal));
    else run = stored;
  }
  const evidence = evidenceOf(run, {
    version: '0',
    catalog: CATALOG,
    redact: world.redact,
    controlled: null,
  });
  texts.push(JSON.stringify(events), JSON.stringify(evidence), evidenceMarkdown(evidence));
  const hostsWithKey = new Set(
    bench.sent
      .filter(({ headers }) => JSON.stringify(headers).includes(SECRET))
      .map(({ url }) => new URL(url).host),
  );
  return {
    run,
    jobs: bench.simulator.world.jobs.size,
    texts: texts.join('\n'),
    hostsWithKey,
    virtualMs: clock.now() - started,
    events,
  };
}

async function surviving(work: () => Promise<Run>): Promise<Run | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Crash || (error instanceof RunError && error.cause instanceof Crash)) return null;
    throw error;
  }
}

describe(`${SCRIPTS} random fault scripts`, function () {
  this.timeout(300_000);

  it('no hang, no second submit, no secret', async () => {
    const ends = new Map<string, number>();
    for (let seed = 1; seed <= SCRIPTS; seed += 1) {
      const { run, jobs, texts, hostsWithKey, virtualMs, events } = await play(seed);
      assert.ok(isEnded(run), `script ${seed} hangs in ${run.state}`);
      assert.ok(virtualMs < LONGEST_MS, `script ${seed} took ${virtualMs / 3_600_000} h`);
      assert.ok(jobs <= 1, `script ${seed} started ${jobs} jobs`);
      assert.ok(events.length < 2_000, `script ${seed} made ${events.length} events`);
      if (run.state === 'passed' && run.plan.kind === 'smoke')
        assert.equal(jobs, 1, `script ${seed} passed with ${jobs} jobs`);
      assert.ok(
        !texts.includes(SECRET),
        `script ${seed} tells the key: ${texts.slice(Math.max(0, texts.indexOf(SECRET) - 200)).slice(0, 300)}`,
      );
      assert.ok(!/sig(?:nature)?=(?!\[redacted\])/.test(texts), `script ${seed} tells a signed address`);
      for (const host of hostsWithKey) assert.equal(host, HOST, `script ${seed} sent the key to ${host}`);
      ends.set(run.state, (ends.get(run.state) ?? 0) + 1);
    }
    // The scripts must reach every end, or they prove little.
    for (const state of ['passed', 'failed', 'filtered', 'timed-out', 'abandoned']) {
      assert.ok((ends.get(state) ?? 0) > 50, `only ${ends.get(state) ?? 0} scripts end as ${state}`);
    }
  });
});
