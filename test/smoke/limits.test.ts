// All runs of a session together stay under a surface's limits, and stop knocking when it says no.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ASSUMED_LIMITS, createLimiter, type Limiter, limitsOf } from '../../src/smoke/limits.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import { benchOf, CATALOG, planOf } from './harness.ts';
import { virtualClock } from './virtualClock.ts';

const LIMITS = { requestsPerMinute: 3, concurrentJobs: 2 };

/** The most that happened within any 60 s. */
function busiestMinute(times: readonly number[]): number {
  return Math.max(...times.map((start) => times.filter((at) => at >= start && at < start + 60_000).length));
}

describe('limits', () => {
  it("come from the catalog, also behind a router's prefix; else the strictest that are published", () => {
    assert.equal(limitsOf(CATALOG, 'vertex-ai', 'veo-3.1-generate-001').requestsPerMinute, 50);
    assert.equal(limitsOf(CATALOG, 'litellm', 'vertex_ai/veo-3.1-generate-001').requestsPerMinute, 50);
    assert.equal(limitsOf(CATALOG, 'gemini-api', 'veo-3.1-generate-preview').requestsPerMinute, 10);
    assert.deepEqual(limitsOf(CATALOG, 'new-api', 'veo3.1'), ASSUMED_LIMITS);
  });

  it('are the assumed ones where the catalog has no number above none', () => {
    const read = (value: unknown) => {
      const row = CATALOG.constraint('vertex-ai', 'veo-3.1-generate-001', 'requestsPerMinute');
      const constraint = () => ({ ...(row ?? assert.fail('no row')), value });
      return limitsOf({ ...CATALOG, constraint } as typeof CATALOG, 'vertex-ai', 'veo-3.1-generate-001');
    };
    for (const value of [0, -1, '5', null]) assert.deepEqual(read(value), ASSUMED_LIMITS, String(value));
    assert.deepEqual(read(7), { requestsPerMinute: 7, concurrentJobs: 7 });
    const keys: string[] = [];
    const asking = { ...CATALOG, constraint: (_s: string, _m: string, key: string) => void keys.push(key) };
    limitsOf(asking, 'vertex-ai', 'veo-3.1-generate-001');
    assert.deepEqual(keys, ['requestsPerMinute', 'concurrentRequests']);
  });

  it('count no turn that was given up, and let it go at once', async () => {
    const clock = virtualClock();
    const limiter = createLimiter(clock);
    const one = { requestsPerMinute: 1, concurrentJobs: 1 };
    await limiter.turn('vertex-ai', one);
    const cancel = new AbortController();
    const began = clock.now();
    const second = limiter.turn('vertex-ai', one, cancel.signal);
    await clock.sleep(30_000);
    cancel.abort();
    await second;
    assert.equal(clock.now() - began, 30_000);
    assert.equal(limiter.waitMs('vertex-ai', one), 30_000);
  });

  it('let nobody wait for a place among the jobs after Ctrl+C', async () => {
    const limiter = createLimiter(virtualClock());
    const one = { requestsPerMinute: 1, concurrentJobs: 1 };
    await limiter.enter('vertex-ai', one);
    const cancel = new AbortController();
    const waiting = limiter.enter('vertex-ai', one, cancel.signal);
    cancel.abort();
    const leave = await waiting;
    leave();
    await limiter.enter('vertex-ai', one, cancel.signal);
  });

  it('give back one place, however often it is left', async () => {
    const limiter = createLimiter(virtualClock());
    const one = { requestsPerMinute: 1, concurrentJobs: 1 };
    const leave = await limiter.enter('vertex-ai', one);
    leave();
    leave();
    await limiter.enter('vertex-ai', one);
    let entered = false;
    void limiter.enter('vertex-ai', one).then(() => {
      entered = true;
    });
    await new Promise(setImmediate);
    assert.equal(entered, false);
  });

  it('let no more submits through in any minute than there may be', async () => {
    const clock = virtualClock();
    const limiter = createLimiter(clock);
    const sent: number[] = [];
    await Promise.all(
      Array.from({ length: 11 }, async () => {
        await limiter.turn('vertex-ai', LIMITS);
        sent.push(clock.now());
      }),
    );
    assert.equal(sent.length, 11);
    assert.equal(busiestMinute(sent), 3);
  });

  it('hold in any minute, whatever is refused, given up or waited for in between', async () => {
    const step = fc.record({
      pauseMs: fc.integer({ min: 0, max: 40_000 }),
      status: fc.constantFrom(200, 200, 429, 503),
      givesUp: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 25 }),
        fc.integer({ min: 1, max: 4 }),
        async (steps, most) => {
          const clock = virtualClock();
          const limiter = createLimiter(clock);
          const sent: number[] = [];
          await Promise.all(
            steps.map(async ({ pauseMs, status, givesUp }, index) => {
              await clock.sleep(pauseMs);
              const controller = new AbortController();
              const turn = limiter.turn(
                'vertex-ai',
                { ...LIMITS, requestsPerMinute: most },
                controller.signal,
              );
              if (givesUp && index % 3 === 0) controller.abort();
              await turn;
              if (controller.signal.aborted) return;
              sent.push(clock.now());
              await clock.sleep(200);
              limiter.saw('vertex-ai', status);
            }),
          );
          assert.ok(sent.length === 0 || busiestMinute(sent) <= most, `${busiestMinute(sent)} in a minute`);
          const left = steps.filter(({ givesUp }, index) => !(givesUp && index % 3 === 0));
          assert.equal(sent.length, left.length, 'every turn comes in the end');
        },
      ),
      { numRuns: 200 },
    );
  });

  it('let no more jobs run at once', async () => {
    const clock = virtualClock();
    const limiter = createLimiter(clock);
    let running = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 7 }, async () => {
        const leave = await limiter.enter('vertex-ai', LIMITS);
        running += 1;
        most = Math.max(most, running);
        await clock.sleep(1_000);
        running -= 1;
        leave();
      }),
    );
    assert.equal(most, 2);
  });

  it('of one surface do not hold up another', async () => {
    const clock = virtualClock();
    const limiter = createLimiter(clock);
    for (let count = 0; count < 3; count += 1) await limiter.turn('vertex-ai', LIMITS);
    assert.ok(limiter.waitMs('vertex-ai', LIMITS) > 0);
    assert.equal(limiter.waitMs('openrouter', LIMITS), 0);
  });

  it('hold for runs side by side: the simulated surface never has to refuse one', async () => {
    const bench = benchOf('gemini-api', { jobMs: 5_000 });
    const runs = await Promise.all(
      Array.from({ length: 14 }, (_, index) =>
        runSmoke(
          planOf('gemini-api', { id: `run-${index}`, deadlineMs: 3_600_000 }),
          { ...bench.world, budget: { ceilingUsd: null, reserve: () => true } },
          bench.journal,
        ),
      ),
    );
    assert.deepEqual([...new Set(runs.map(({ state }) => state))], ['passed']);
    const submits = bench.simulator.world.log.filter(({ step }) => step === 'submit');
    assert.ok(
      submits.every(({ status }) => status === 200),
      'the surface refused one for its quota',
    );
    assert.equal(busiestMinute(submits.map(({ at }) => at)), 10);
  });
});

describe('a run', () => {
  it('tells the limits what every submit was answered, refused ones and lost ones, too', async () => {
    for (const [fault, answers] of [
      ['rate-limited', [429, 429, 200]],
      ['lost-answer', [0]],
    ] as const) {
      const bench = benchOf('vertex-ai', { faults: [{ fault, at: 'submit', times: 2 }] });
      const seen: [string, number][] = [];
      const limiter: Limiter = {
        ...bench.world.limiter,
        saw: (surface, status) => void seen.push([surface, status]),
      };
      await runSmoke(planOf('vertex-ai'), { ...bench.world, limiter }, bench.journal);
      assert.deepEqual(
        seen,
        answers.map((status) => ['vertex-ai', status]),
        fault,
      );
    }
  });
});

describe('the circuit breaker', () => {
  const wide = { requestsPerMinute: 1_000, concurrentJobs: 1_000 };

  it('opens for a minute after three refusals in 30 s, and lets one request try', async () => {
    const clock = virtualClock();
    const limiter = createLimiter(clock);
    for (let count = 0; count < 3; count += 1) {
      await limiter.turn('vertex-ai', wide);
      limiter.saw('vertex-ai', 429);
      await clock.sleep(5_000);
    }
    assert.equal(limiter.waitMs('vertex-ai', wide), 55_000);
    await limiter.turn('vertex-ai', wide);
    assert.ok(
      limiter.waitMs('vertex-ai', wide) > 0,
      'a second request was let through before the first was answered',
    );
    limiter.saw('vertex-ai', 200);
    assert.equal(limiter.waitMs('vertex-ai', wide), 0);
  });

  it('opens again when the trial is refused', async () => {
    const clock = virtualClock();
    const limiter = createLimiter(clock);
    for (let count = 0; count < 3; count += 1) limiter.saw('vertex-ai', 429);
    await limiter.turn('vertex-ai', wide);
    limiter.saw('vertex-ai', 429);
    assert.equal(limiter.waitMs('vertex-ai', wide), 60_000);
  });

  it('stays closed for the third refusal of exactly 30 s', async () => {
    const clock = virtualClock();
    const limiter = createLimiter(clock);
    for (const pause of [15_000, 15_000, 0]) {
      limiter.saw('vertex-ai', 429);
      await clock.sleep(pause);
    }
    assert.equal(limiter.waitMs('vertex-ai', wide), 0);
  });

  it('stays closed for refusals that lie further apart, or with a success between them', async () => {
    const clock = virtualClock();
    const limiter = createLimiter(clock);
    for (let count = 0; count < 4; count += 1) {
      limiter.saw('vertex-ai', 429);
      await clock.sleep(16_000);
    }
    assert.equal(limiter.waitMs('vertex-ai', wide), 0);
    for (const status of [429, 429, 200, 429, 429]) limiter.saw('openrouter', status);
    assert.equal(limiter.waitMs('openrouter', wide), 0);
    assert.equal(limiter.waitMs('vertex-ai', wide), 0);
  });
});
