// Deadlines, cancelling and resuming: the bill is never doubled and the handle never lost.
import assert from 'node:assert/strict';
import { DEFAULT_DEADLINE_MS } from '../../src/smoke/plan.ts';
import type { RunEvent } from '../../src/smoke/run.ts';
import { isResumable, resumeSmoke, runSmoke } from '../../src/smoke/runner.ts';
import { benchOf, FAMILY_NAMES, planOf } from './harness.ts';

describe('a job that takes its time', () => {
  it('has at least eight minutes by default', () => assert.ok(DEFAULT_DEADLINE_MS >= 8 * 60_000));

  it('is left at the deadline with its handle, and fetched later without a new submit', async () => {
    const bench = benchOf('gemini-api', { jobMs: 25 * 60_000 });
    const started = bench.world.clock.now();
    const run = await runSmoke(planOf('gemini-api'), bench.world, bench.journal);
    assert.equal(`${run.state}/${run.outcome?.failure}`, 'timed-out/stalled');
    const minutes = (bench.world.clock.now() - started) / 60_000;
    assert.ok(minutes >= 10 && minutes < 10.5, `it waited ${minutes} minutes`);
    assert.ok(run.handle);
    await bench.world.clock.sleep(20 * 60_000);
    const resumed = await resumeSmoke(run, bench.world, bench.journal);
    assert.equal(resumed.state, 'passed', resumed.outcome?.message);
    assert.equal(resumed.resumes, 1);
    assert.equal(bench.simulator.world.jobs.size, 1);
  });

  it('is asked for once more at the deadline, though the next turn would come later', async () => {
    const bench = benchOf('gemini-api', { jobMs: 24_000 });
    const run = await runSmoke(planOf('gemini-api', { deadlineMs: 25_000 }), bench.world, bench.journal);
    assert.equal(run.state, 'passed', run.outcome?.message);
    const last = run.exchanges.findLast(({ step }) => step === 'poll');
    assert.equal(last?.at, run.deadlineAt);
  });

  it('is not asked for again once the deadline has passed', async () => {
    const bench = benchOf('gemini-api', { faults: [{ fault: 'stall' }] });
    const run = await runSmoke(planOf('gemini-api', { deadlineMs: 25_000 }), bench.world, bench.journal);
    assert.equal(run.outcome?.failure, 'stalled');
    const late = run.exchanges.filter(({ step, at }) => step === 'poll' && at >= run.deadlineAt);
    assert.equal(late.length, 1, 'asked at the deadline, and never after it');
  });

  it('is polled at the pace of the surface', async () => {
    const bench = benchOf('gemini-api', { jobMs: 120_000 });
    const run = await runSmoke(planOf('gemini-api'), bench.world, bench.journal);
    const polls = run.exchanges.filter(({ step }) => step === 'poll').map(({ at }) => at);
    assert.ok(polls.length >= 11 && polls.length <= 13, `${polls.length} polls`);
    for (const [index, at] of polls.entries())
      assert.ok(index === 0 || at - (polls[index - 1] ?? 0) >= 10_000, 'two polls within 10 s');
  });

  it('is given up after the cap of polls, whatever the clock says', async () => {
    const bench = benchOf('gemini-api', { faults: [{ fault: 'stall' }] });
    const run = await runSmoke(planOf('gemini-api', { maxPolls: 5 }), bench.world, bench.journal);
    assert.equal(run.outcome?.failure, 'stalled');
    assert.equal(run.exchanges.filter(({ step }) => step === 'poll').length, 5);
  });
});

describe('cancelling', () => {
  for (const family of FAMILY_NAMES) {
    it(`a running job keeps its handle and says that the bill goes on: ${family}`, async () => {
      const cancel = new AbortController();
      const onEvent = (_run: unknown, event: RunEvent) => {
        if (event.type === 'polling') cancel.abort();
      };
      const bench = benchOf(family, {}, { onEvent });
      const run = await runSmoke(planOf(family), bench.world, bench.journal, cancel.signal);
      assert.equal(`${run.state}/${run.outcome?.failure}`, 'abandoned/cancelled');
      assert.ok(run.handle);
      assert.ok(isResumable(run));
      const resumed = await resumeSmoke(run, bench.world, bench.journal);
      assert.equal(resumed.state, 'passed', resumed.outcome?.message);
      assert.equal(bench.simulator.world.jobs.size, 1);
    });
  }

  it('while a submit is on its way waits for the answer: the job has a handle', async () => {
    const cancel = new AbortController();
    const bench = benchOf(
      'vertex-ai',
      {},
      {
        onEvent: (_run, event) => {
          if (event.type === 'submitting') cancel.abort();
        },
      },
    );
    const run = await runSmoke(planOf('vertex-ai'), bench.world, bench.journal, cancel.signal);
    assert.equal(run.outcome?.failure, 'cancelled');
    assert.ok(run.handle);
    assert.equal(bench.simulator.world.jobs.size, 1);
  });
});

describe('resuming', () => {
  it('does nothing to a run that passed', async () => {
    const bench = benchOf('vertex-ai');
    const run = await runSmoke(planOf('vertex-ai'), bench.world, bench.journal);
    const before = bench.sent.length;
    assert.equal(await resumeSmoke(run, bench.world, bench.journal), run);
    assert.equal(bench.sent.length, before);
  });

  it('asks again before a submit that was confirmed and never left', async () => {
    const bench = benchOf('vertex-ai');
    const run = await runSmoke(planOf('vertex-ai'), bench.world, bench.journal);
    const early = bench.events.slice(
      0,
      bench.events.findIndex(({ type }) => type === 'submitting'),
    );
    const { replay } = await import('../../src/smoke/run.ts');
    const confirmed = replay(early);
    assert.equal(confirmed?.state, 'confirmed');
    const again = benchOf('vertex-ai', {}, { confirm: async () => false });
    const resumed = await resumeSmoke(confirmed ?? run, again.world, again.journal);
    assert.equal(resumed.outcome?.failure, 'not-confirmed');
    assert.equal(again.simulator.world.jobs.size, 0);
  });
});
