// The billable request: it leaves in its turn and before its deadline, not after Ctrl+C, and its job is nobody else's.
import assert from 'node:assert/strict';
import type { Fault } from '../../src/simulator/faults.ts';
import type { HttpAnswer } from '../../src/smoke/http.ts';
import { createLimiter } from '../../src/smoke/limits.ts';
import type { Plan, Run, RunEvent } from '../../src/smoke/run.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import type { SmokeWorld } from '../../src/smoke/session.ts';
import { json } from './desk.ts';
import { type Bench, benchOf, planOf, routeOf } from './harness.ts';
import { virtualClock } from './virtualClock.ts';

function submitsOf({ simulator }: Bench): number {
  return simulator.world.log.filter(({ step }) => step === 'submit').length;
}

function endOf({ state, outcome }: Run): string {
  return `${state}/${outcome?.failure ?? null}`;
}

/** A run that is cancelled at its first event of a type. */
async function cancelledAt(
  type: RunEvent['type'],
  faults: readonly Fault[],
  limiter: Partial<SmokeWorld['limiter']> = {},
): Promise<{ readonly run: Run; readonly bench: Bench }> {
  const cancel = new AbortController();
  const bench = benchOf(
    'vertex-ai',
    { faults },
    {
      onEvent: (_run, event) => {
        if (event.type === type) cancel.abort();
      },
    },
  );
  const world = { ...bench.world, limiter: { ...bench.world.limiter, ...limiter } };
  return { run: await runSmoke(planOf('vertex-ai'), world, bench.journal, cancel.signal), bench };
}

describe('a submit', () => {
  it('does not leave where its turn would come at the deadline or after it', async () => {
    for (const [wait, end, sent] of [
      [599_800, 'timed-out/out-of-time', 0],
      [599_799, 'passed/null', 1],
    ] as const) {
      const bench = benchOf('vertex-ai');
      const limiter = {
        ...bench.world.limiter,
        waitMs: () => wait - (bench.world.clock.now() - began - 200),
        turn: async () => undefined,
      };
      const began = bench.world.clock.now();
      // The yes comes 200 ms after the beginning; from then on the submit has its deadline.
      const plan = planOf('vertex-ai', { deadlineMs: 599_800 });
      const run = await runSmoke(plan, { ...bench.world, limiter }, bench.journal);
      assert.deepEqual([endOf(run), submitsOf(bench)], [end, sent], String(wait));
      if (sent === 0) assert.equal(run.outcome?.message, 'No turn for Vertex AI came before the deadline.');
    }
  });

  it('does not leave where Ctrl+C comes while it waits for its turn', async () => {
    const clock = virtualClock();
    const cancel = new AbortController();
    const limiter = createLimiter(clock);
    const bench = benchOf('vertex-ai', { clock }, { limiter });
    for (let count = 0; count < 3; count += 1) limiter.saw('vertex-ai', 429);
    const cancelling = clock.sleep(20_000).then(() => cancel.abort());
    const run = await runSmoke(planOf('vertex-ai'), bench.world, bench.journal, cancel.signal);
    await cancelling;
    assert.deepEqual([endOf(run), submitsOf(bench)], ['abandoned/cancelled-early', 0]);
    assert.equal(run.outcome?.message, 'Cancelled while confirmed.');
  });

  it('is not sent again where Ctrl+C comes with its refusal, nor while it waits after that', async () => {
    const faults = [{ fault: 'rate-limited', at: 'submit', times: 50 }] as const;
    for (const type of ['refused', 'waiting'] as const) {
      let turns = 0;
      // After the first turn there is none before the deadline: that is not what ended the run.
      const limiter = {
        waitMs: () => (turns === 0 ? 0 : 1e9),
        turn: async () => {
          turns += 1;
        },
      };
      const { run, bench } = await cancelledAt(type, faults, limiter);
      assert.deepEqual([endOf(run), submitsOf(bench)], ['abandoned/cancelled-early', 1], type);
      assert.equal(run.retries.length, type === 'refused' ? 0 : 1);
    }
  });

  it('that is refused to the end says how often it was tried, if more than once', async () => {
    const ends = async (fault: Fault, plan: Partial<Plan> = {}) => {
      const bench = benchOf('vertex-ai', { faults: [fault] });
      return (await runSmoke(planOf('vertex-ai', plan), bench.world, bench.journal)).outcome?.message ?? '';
    };
    assert.match(
      await ends({ fault: 'rate-limited', at: 'submit', times: 50 }),
      /HTTP 429 .* \(tried 8 times\)\.$/,
    );
    assert.match(
      await ends({ fault: 'overloaded', at: 'submit', times: 50 }, { deadlineMs: 40_000 }),
      / \(tried 2 times\)\.$/,
    );
    assert.equal(
      await ends({ fault: 'overloaded', at: 'submit', times: 50 }, { deadlineMs: 5_000 }),
      'HTTP 503 UNAVAILABLE: The model is overloaded. Please try again later.',
    );
    const bench = benchOf('vertex-ai', {
      faults: [
        { fault: 'overloaded', at: 'submit' },
        { fault: 'forbidden', at: 'submit', nth: 2 },
      ],
    });
    const run = await runSmoke(planOf('vertex-ai'), bench.world, bench.journal);
    assert.deepEqual([run.submitsSent, run.outcome?.failure], [2, 'forbidden']);
    assert.doesNotMatch(run.outcome?.message ?? '', /tried/);
  });

  it('that must be refused says so, of bills only where there are some', async () => {
    const route = { ...routeOf('vertex-ai'), model: 'veo-2.0-generate-001' };
    for (const [simulated, begins] of [
      [false, 'Refused before any bill: HTTP 404 '],
      [true, 'Refused: HTTP 404 '],
    ] as const) {
      const bench = benchOf('vertex-ai');
      const plan = planOf('vertex-ai', {
        kind: 'controlled-failure',
        fault: 'a retired ID',
        route,
        simulated,
      });
      const run = await runSmoke(plan, bench.world, bench.journal);
      assert.deepEqual(endOf(run), 'passed/null');
      assert.ok(run.outcome?.message.startsWith(begins), run.outcome?.message);
    }
  });

  it('that is accepted though it must be refused fails the run, with what was wrong and the job', async () => {
    for (const [fault, what] of [
      ['an empty prompt', 'an empty prompt'],
      [null, 'a bad request'],
    ] as const) {
      const bench = benchOf('vertex-ai');
      const plan = planOf('vertex-ai', { kind: 'controlled-failure', fault });
      const run = await runSmoke(plan, bench.world, bench.journal);
      assert.equal(endOf(run), 'failed/accepted-bad-request');
      assert.equal(run.outcome?.message, `The surface accepted ${what} as job ${run.handle}.`);
    }
  });
});

/** A run whose submit is accepted with a handle of the test's choice. */
async function accepted(
  handle: unknown,
  otherRuns: SmokeWorld['otherRuns'] = async () => [],
  plan: Partial<Plan> = {},
): Promise<Run> {
  const bench = benchOf('openrouter');
  const transport: SmokeWorld['transport'] = async (request, signal) => {
    const answer: HttpAnswer = await bench.world.transport(request, signal);
    return request.method === 'POST' ? { ...answer, body: json({ id: handle, status: 'pending' }) } : answer;
  };
  return runSmoke(
    planOf('openrouter', { maxPolls: 1, ...plan }),
    { ...bench.world, transport, otherRuns },
    bench.journal,
  );
}

describe('the handle of an accepted submit', () => {
  for (const handle of ['x'.repeat(4_096), 'job.', '.job', 'a.b', 'a..b', '...', 'a/b', 'ä']) {
    it(`is taken where an address can hold it: ${handle.slice(0, 12)}`, async () => {
      assert.equal((await accepted(handle)).handle, handle);
    });
  }

  for (const handle of [
    'x'.repeat(4_097),
    '.',
    'a/.',
    './a',
    'a/./b',
    'a\\..\\b',
    '..\\a',
    'a\u0000',
    'a\nb',
  ]) {
    it(`is none where no address can hold it: ${JSON.stringify(handle).slice(0, 12)}`, async () => {
      const { handle: taken, outcome } = await accepted(handle);
      assert.deepEqual([taken, outcome?.failure], [null, 'lost-answer']);
      assert.match(
        outcome?.message ?? '',
        /^The surface accepted the request as job ".*", which no address can hold\./,
      );
    });
  }

  it('is missed where there is none, and that is said', async () => {
    const run = await accepted(null);
    assert.equal(endOf(run), 'abandoned/lost-answer');
    assert.match(
      run.outcome?.message ?? '',
      /^The surface accepted the request, but its answer names no job\. /,
    );
  });

  it("is another run's only with the same name at the same address, both live or both simulated", async () => {
    const other = await accepted('same');
    const { plan } = other;
    const elsewhere = { ...plan, route: { ...plan.route, baseUrl: 'https://other.example' } };
    for (const [what, run, free] of [
      ['the same job', other, false],
      ['another job', { ...other, handle: 'another' }, true],
      ['a job at another address', { ...other, plan: elsewhere }, true],
      ['a simulated job', { ...other, plan: { ...plan, simulated: true } }, true],
      ['no job', { ...other, handle: null }, true],
    ] as const)
      assert.equal((await accepted('same', async () => [run])).handle, free ? 'same' : null, what);
  });

  it('is taken though the other runs cannot be read', async () => {
    const run = await accepted('same', () => Promise.reject(new Error('unreadable')));
    assert.equal(run.handle, 'same');
  });
});
