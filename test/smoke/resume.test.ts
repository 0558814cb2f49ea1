// Which runs go on, from where, and how they end then; and what a run's end says of its videos.
import assert from 'node:assert/strict';
import { FAILURES, type FailureId } from '../../src/smoke/failures.ts';
import { keyRing } from '../../src/smoke/keys.ts';
import { type Run, type RunEvent, replay } from '../../src/smoke/run.ts';
import { isResumable, resumeSmoke, runSmoke } from '../../src/smoke/runner.ts';
import type { VideoStore } from '../../src/smoke/store.ts';
import type { VideoReport } from '../../src/smoke/verify.ts';
import { type Bench, benchOf, planOf, requestOf } from './harness.ts';

function endOf({ state, outcome }: Run): string {
  return `${state}/${outcome?.failure ?? null}`;
}

async function passed(bench: Bench = benchOf('vertex-ai')): Promise<Run> {
  return runSmoke(planOf('vertex-ai'), bench.world, bench.journal);
}

/** A run as its journal has it before the first event of a type. */
async function cutBefore(type: RunEvent['type']): Promise<Run> {
  const bench = benchOf('vertex-ai');
  await passed(bench);
  const cut = bench.events.findIndex((event) => event.type === type);
  return replay(bench.events.slice(0, cut)) ?? assert.fail(`nothing before ${type}`);
}

/** Ends after which the same job is asked for again. */
const GO_ON: ReadonlySet<FailureId> = new Set([
  ...(['stalled', 'cancelled', 'download-failed', 'not-an-mp4', 'malformed-answer', 'redirected'] as const),
  ...(['rate-limited', 'overloaded', 'internal', 'gateway-failure', 'unreachable'] as const),
  ...(['unauthenticated', 'forbidden', 'no-key', 'no-token'] as const),
]);

describe('a run can go on', () => {
  it('after an end that another try may change, if it has a job; never after a controlled failure', async () => {
    const run = await passed();
    for (const failure of Object.keys(FAILURES) as FailureId[]) {
      const ended: Run = { ...run, state: 'failed', outcome: { failure, message: '' } };
      assert.equal(isResumable(ended), GO_ON.has(failure), failure);
      assert.equal(isResumable({ ...ended, handle: null }), false, failure);
      assert.equal(
        isResumable({ ...ended, plan: { ...run.plan, kind: 'controlled-failure' } }),
        false,
        failure,
      );
    }
    assert.equal(isResumable(run), false);
  });

  it('from any state that is no end', async () => {
    for (const type of ['preflight', 'confirmed', 'submitting', 'polling', 'finished', 'verified'] as const)
      assert.equal(isResumable(await cutBefore(type)), true, type);
  });
});

describe('a run that goes on', () => {
  it('begins its deadline anew, and says so once', async () => {
    const run = await cutBefore('finished');
    const bench = benchOf('vertex-ai');
    await resumeSmoke(
      run,
      { ...bench.world, transport: async () => ({ status: 401, headers: {}, body: new Uint8Array() }) },
      bench.journal,
    );
    assert.deepEqual(
      bench.events
        .filter(({ type }) => type === 'resumed')
        .map((event) => event.type === 'resumed' && event.deadlineAt - event.at),
      [600_000],
    );
  });

  it('checks a stored video without a word to the surface', async () => {
    const bench = benchOf('vertex-ai');
    await passed(bench);
    const cut = bench.events.findIndex(({ type }) => type === 'verified');
    const stored = replay(bench.events.slice(0, cut)) ?? assert.fail();
    const again = benchOf('vertex-ai', {}, { store: bench.world.store });
    const run = await resumeSmoke(stored, again.world, again.journal);
    assert.deepEqual([endOf(run), again.sent.length], ['passed/null', 0]);
    assert.deepEqual(
      again.events.map(({ type }) => type),
      ['verified', 'ended'],
    );
  });

  it('is checked to the end though Ctrl+C comes', async () => {
    const bench = benchOf('vertex-ai');
    const cancel = new AbortController();
    const onEvent = (_run: Run, event: RunEvent) => {
      if (event.type === 'verifying') cancel.abort();
    };
    const run = await runSmoke(
      planOf('vertex-ai'),
      { ...bench.world, onEvent },
      bench.journal,
      cancel.signal,
    );
    assert.equal(endOf(run), 'passed/null');
  });

  it('before its submit asks for the key, the price and the yes again, of that day', async () => {
    const confirmed = await cutBefore('submitting');
    for (const [changes, end] of [
      [{ keys: keyRing([]) }, 'abandoned/no-key'],
      [{ budget: { ceilingUsd: 0.1, reserve: () => false } }, 'abandoned/over-ceiling'],
      [{}, 'passed/null'],
    ] as const) {
      let asked = 0;
      const confirm = async () => {
        asked += 1;
        return true;
      };
      const bench = benchOf('vertex-ai', {}, { confirm, ...changes });
      const run = await resumeSmoke(confirmed, bench.world, bench.journal);
      assert.deepEqual([endOf(run), asked], [end, end === 'passed/null' ? 1 : 0]);
    }
  });

  it('with a submit on its way looks for its job, and asks for no yes', async () => {
    const bench = benchOf('vertex-ai');
    await passed(bench);
    const cut = bench.events.findIndex(({ type }) => type === 'submitting') + 1;
    const open = replay(bench.events.slice(0, cut)) ?? assert.fail();
    const again = benchOf('vertex-ai', {}, { confirm: () => assert.fail('asked') });
    const run = await resumeSmoke(open, again.world, again.journal);
    assert.equal(endOf(run), 'abandoned/lost-answer');
    assert.match(run.outcome?.message ?? '', /^The program ended while a submit was on its way\. /);
  });

  it('leaves its place among the jobs, also where it breaks', async () => {
    const bench = benchOf('vertex-ai');
    let inside = 0;
    const limiter = {
      ...bench.world.limiter,
      enter: async () => {
        inside += 1;
        return () => {
          inside -= 1;
        };
      },
    };
    await runSmoke(planOf('vertex-ai'), { ...bench.world, limiter }, bench.journal);
    assert.equal(inside, 0);
    const broken = { ...bench.journal, append: async () => Promise.reject(new Error('broken')) };
    const confirmed = await cutBefore('polling');
    await assert.rejects(resumeSmoke(confirmed, { ...bench.world, limiter }, broken));
    assert.equal(inside, 0);
  });
});

/** A run of two videos of which some come. */
async function withVideos(
  reports: readonly VideoReport[],
  { load, count = 1 }: { readonly load?: VideoStore['load']; readonly count?: number } = {},
): Promise<Run> {
  const bench = benchOf('vertex-ai');
  let nth = -1;
  const verify = async () => {
    nth += 1;
    return reports[nth] ?? assert.fail('one look too many');
  };
  const store = load === undefined ? bench.world.store : { ...bench.world.store, load };
  const request = { ...requestOf('vertex-ai'), sampleCount: count };
  return runSmoke(planOf('vertex-ai', { request }), { ...bench.world, verify, store }, bench.journal);
}

const FACTS = { durationSeconds: 4, width: 1280, height: 720, framesPerSecond: 24, audio: true, codecs: [] };
const GOOD: VideoReport = {
  facts: FACTS,
  checks: [{ name: 'duration', ok: true, expected: '4 s', found: '4 s' }],
};
const NO_MP4: VideoReport = {
  facts: null,
  checks: [{ name: 'mp4', ok: false, expected: 'a whole MP4', found: 'a page of HTML' }],
};
const SHORT: VideoReport = {
  facts: FACTS,
  checks: [{ name: 'duration', ok: false, expected: '4 s', found: '2 s' }],
};

describe('the videos of a run', () => {
  for (const [what, reports, count, end, message] of [
    ['as asked for', [GOOD], 1, 'passed/null', 'The route made the video that was asked for.'],
    [
      'two that are as asked for',
      [GOOD, GOOD],
      2,
      'passed/null',
      'The route made the video that was asked for.',
    ],
    ['one that is none', [NO_MP4], 1, 'failed/not-an-mp4', 'a page of HTML.'],
    ['none of two', [NO_MP4, NO_MP4], 2, 'failed/not-an-mp4', 'a page of HTML; a page of HTML.'],
    ['one of two', [GOOD, NO_MP4], 2, 'failed/not-an-mp4', 'a page of HTML.'],
    ['too short', [SHORT], 1, 'failed/not-as-requested', 'duration: 2 s instead of 4 s.'],
    ['one too short of two', [GOOD, SHORT], 2, 'failed/not-as-requested', 'duration: 2 s instead of 4 s.'],
  ] as const) {
    it(`are ${what}: ${end}`, async () => {
      const run = await withVideos(reports, { count });
      assert.deepEqual([endOf(run), run.outcome?.message], [end, message]);
      assert.deepEqual(run.reports, reports);
    });
  }

  it('that are gone or were changed are none', async () => {
    const run = await withVideos([], { load: async () => null });
    assert.deepEqual(
      [endOf(run), run.outcome?.message],
      ['failed/not-an-mp4', 'The stored file run-vertex-ai-0a1b2c-1.mp4 is gone or was changed.'],
    );
  });

  it('that are too few say what the filter took', async () => {
    for (const [filtered, message] of [
      [1, '1 of 2 videos came, the safety filter took 1.'],
      [0, '1 of 2 videos came.'],
    ] as const) {
      const bench = benchOf('vertex-ai');
      const transport: typeof bench.world.transport = async (request, signal) => {
        const answer = await bench.world.transport(request, signal);
        if (!request.url.endsWith(':fetchPredictOperation')) return answer;
        const job = JSON.parse(new TextDecoder().decode(answer.body));
        const response = {
          ...job.response,
          videos: job.response?.videos?.slice(0, 1),
          raiMediaFilteredCount: filtered,
        };
        const body = JSON.stringify(job.done === true ? { ...job, response } : job);
        return { ...answer, body: new TextEncoder().encode(body) };
      };
      const request = { ...requestOf('vertex-ai'), sampleCount: 2 };
      const run = await runSmoke(
        planOf('vertex-ai', { request }),
        { ...bench.world, transport },
        bench.journal,
      );
      assert.deepEqual([endOf(run), run.outcome?.message], ['failed/not-as-requested', message]);
    }
  });
});
