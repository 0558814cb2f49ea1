// What a run that cannot go on leaves behind, in words: a job that runs, one that may run, or none.
import assert from 'node:assert/strict';
import type { Run } from '../../src/smoke/run.ts';
import { BrokenJournalError, type RunEvent, reduceRun, replay } from '../../src/smoke/run.ts';
import { RunBusyError, RunError, stoppedRun, writeProblem } from '../../src/smoke/runErrors.ts';
import { planOf } from './harness.ts';

const PLANNED: RunEvent = { at: 1, type: 'planned', plan: planOf('vertex-ai') };
const CONFIRMED: RunEvent = { at: 2, type: 'confirmed', mostUsd: 1, ceilingUsd: 2, deadlineAt: 9 };
const SUBMITTING: RunEvent = { at: 3, type: 'submitting' };
const SUBMITTED: RunEvent = { at: 4, type: 'submitted', handle: 'job-1', deadlineAt: 99 };
const POLLING: RunEvent = { at: 5, type: 'polling' };
const FINISHED: RunEvent = {
  at: 6,
  type: 'finished',
  videos: 1,
  filtered: 0,
  reasons: [],
  reportedUsd: null,
};
const STALLED: RunEvent = {
  at: 7,
  type: 'ended',
  state: 'timed-out',
  outcome: { failure: 'stalled', message: 'm' },
};

const told = (...events: readonly RunEvent[]): Run => replay(events) ?? assert.fail('no events');

/** Made in each test, so that loading this file runs none of the program. */
const early = (): Run => told(PLANNED, CONFIRMED);
const open = (): Run => told(PLANNED, CONFIRMED, SUBMITTING);
const running = (): Run => told(PLANNED, CONFIRMED, SUBMITTING, SUBMITTED);

const failing = (code: string): Error => Object.assign(new Error(`${code}: it says`), { code });

describe('why something could not be written', () => {
  for (const [code, words] of [
    ['ENOSPC', 'the disk is full'],
    ['EDQUOT', 'the disk quota is used up'],
    ['EROFS', 'the file system is read-only'],
    ['EACCES', 'writing there is not permitted'],
    ['EPERM', 'writing there is not permitted'],
    ['EMFILE', 'the file system says EMFILE'],
    ['E2BIG', 'the file system says E2BIG'],
    ['ERR_INVALID_ARG_TYPE', null],
    ['E', null],
    ['WE', null],
    ['THEFT', null],
    ['', null],
  ] as const) {
    it(`is ${words ?? 'not known'} for ${code || 'no code'}`, () =>
      assert.equal(writeProblem(failing(code)), words));
  }

  it('is not known of an error without a code', () => assert.equal(writeProblem(new Error('ENOSPC')), null));
});

describe('a run that stops', () => {
  const message = (run: Run, onDisk: Run, error: unknown): string => {
    const stopped = stoppedRun(run, onDisk, error);
    assert.ok(stopped instanceof RunError, String(stopped));
    return stopped.message;
  };

  it('with a job says that it runs, and whether its handle is recorded', () => {
    assert.equal(
      message(running(), running(), failing('ENOSPC')),
      'Job job-1 runs at simulator.example and may be billed; resume the run later (the disk is full).',
    );
    assert.equal(
      message(running(), open(), new Error('broken')),
      'Job job-1 runs at simulator.example and may be billed; keep this handle, which could not be recorded (broken).',
    );
  });

  it('with a submit on its way says that a job may run', () => {
    assert.equal(
      message(open(), early(), 'thrown words'),
      'A job may run at simulator.example and may be billed: look for it before you send another (thrown words).',
    );
  });

  it('before its submit says that there is no job, where the disk was at fault', () => {
    assert.equal(
      message(early(), early(), failing('EROFS')),
      'The run run-vertex-ai-0a1b2c could not be recorded: the file system is read-only. No job was started.',
    );
    const other = new Error('broken');
    assert.equal(stoppedRun(early(), early(), other), other);
  });

  it('keeps what says it already, and what comes after its end', () => {
    const busy = new RunBusyError('busy');
    assert.equal(stoppedRun(running(), running(), busy), busy);
    const full = failing('ENOSPC');
    assert.equal(
      stoppedRun({ ...running(), outcome: { failure: null, message: '' } }, running(), full),
      full,
    );
  });

  it('keeps the error that stopped it', () => {
    const full = failing('ENOSPC');
    for (const run of [open(), running()]) assert.equal((stoppedRun(run, run, full) as RunError).cause, full);
  });
});

describe('the story of a run', () => {
  it('has a beginning, and one alone', () => {
    assert.throws(
      () => replay([POLLING]),
      new BrokenJournalError('it begins with "polling" instead of "planned"'),
    );
    assert.throws(() => replay([PLANNED, PLANNED]), new BrokenJournalError('it is planned twice'));
    assert.equal(replay([]), null);
  });

  it('says where it breaks', () => {
    assert.throws(
      () => reduceRun(open(), POLLING),
      new BrokenJournalError('it goes from "confirmed" to "polling"'),
    );
    assert.throws(() => reduceRun(open(), SUBMITTING), new BrokenJournalError('it submits a second time'));
    assert.throws(() => reduceRun(running(), SUBMITTING), new BrokenJournalError('it submits a second time'));
  });

  it('has nothing yet where it is planned alone', () => {
    assert.deepEqual(told(PLANNED), {
      plan: planOf('vertex-ai'),
      simulated: false,
      state: 'planned',
      history: [{ state: 'planned', at: 1 }],
      preflight: [],
      estimate: null,
      confirmed: null,
      deadlineAt: 600_001,
      submitsSent: 0,
      submitInFlight: false,
      submittedAt: null,
      handle: null,
      handleFound: false,
      exchanges: [],
      retries: [],
      progress: null,
      finished: null,
      reportedUsd: null,
      videos: [],
      reports: [],
      outcome: null,
      resumes: 0,
    });
  });

  it('keeps each event where it belongs', () => {
    const exchange = { at: 3, step: 'submit', status: 429, requestId: 'r', ms: 5, problem: 'p' } as const;
    const video = { file: 'a.mp4', bytes: 1, sha256: 'x' };
    const reports = [{ facts: null, checks: [] }];
    const checks = [{ name: 'n', verdict: 'ok', message: 'm' }] as const;
    const estimate = { known: false, reason: 'r' } as const;
    const run = told(
      PLANNED,
      { at: 1, type: 'preflight', checks, estimate },
      CONFIRMED,
      SUBMITTING,
      { at: 3, type: 'exchange', exchange },
      { at: 3, type: 'unmasked' },
      { at: 3, type: 'refused' },
      { at: 3, type: 'waiting', step: 'submit', failure: 'rate-limited', ms: 7 },
      { at: 4, type: 'submitting' },
      { at: 5, type: 'submitted', handle: 'h', deadlineAt: 50, found: true },
      { at: 6, type: 'polling' },
      { at: 7, type: 'progress', progress: 40 },
      { at: 8, type: 'finished', videos: 2, filtered: 1, reasons: ['faces'], reportedUsd: 0.5 },
      { at: 9, type: 'stored', video },
      { at: 10, type: 'verifying' },
      { at: 11, type: 'verified', reports },
      { at: 12, type: 'ended', state: 'passed', outcome: { failure: null, message: 'm' } },
    );
    assert.deepEqual(run, {
      plan: planOf('vertex-ai'),
      simulated: true,
      state: 'passed',
      history: [
        { state: 'planned', at: 1 },
        { state: 'confirmed', at: 2 },
        { state: 'submitted', at: 5 },
        { state: 'polling', at: 6 },
        { state: 'downloading', at: 8 },
        { state: 'verifying', at: 10 },
        { state: 'passed', at: 12 },
      ],
      preflight: checks,
      estimate,
      confirmed: { at: 2, mostUsd: 1, ceilingUsd: 2 },
      deadlineAt: 50,
      submitsSent: 2,
      submitInFlight: false,
      submittedAt: 4,
      handle: 'h',
      handleFound: true,
      exchanges: [exchange],
      retries: [{ at: 3, step: 'submit', failure: 'rate-limited', ms: 7 }],
      progress: 40,
      finished: { at: 8, videos: 2, filtered: 1, reasons: ['faces'] },
      reportedUsd: 0.5,
      videos: [video],
      reports,
      outcome: { failure: null, message: 'm' },
      resumes: 0,
    });
  });

  it('begins the deadline with the plan, the yes, the job and each time that it goes on', () => {
    assert.equal(told(PLANNED).deadlineAt, 1 + 600_000);
    assert.equal(early().deadlineAt, 9);
    assert.equal(running().deadlineAt, 99);
    const resumed = reduceRun(running(), { at: 8, type: 'resumed', deadlineAt: 77 });
    assert.deepEqual(
      [resumed.deadlineAt, resumed.state, resumed.resumes, resumed.outcome],
      [77, 'polling', 1, null],
    );
  });

  it('goes on to poll a job that exists, and stays where it is without one', () => {
    const again: RunEvent = { at: 8, type: 'resumed', deadlineAt: 77 };
    const stalled = told(PLANNED, CONFIRMED, SUBMITTING, SUBMITTED, POLLING, STALLED);
    const [polling, waiting] = [reduceRun(stalled, again), reduceRun(early(), again)];
    assert.deepEqual([polling.state, polling.outcome, polling.history.length], ['polling', null, 6]);
    assert.deepEqual([waiting.state, waiting.deadlineAt, waiting.resumes], ['confirmed', 77, 1]);
    const twice = reduceRun(polling, again);
    assert.deepEqual([twice.history.length, twice.resumes], [6, 2]);
  });

  it('asks for a yes again without another state', () => {
    const run = reduceRun(early(), {
      at: 4,
      type: 'confirmed',
      mostUsd: 3,
      ceilingUsd: null,
      deadlineAt: 44,
    });
    assert.deepEqual(
      [run.state, run.history.length, run.confirmed, run.deadlineAt],
      ['confirmed', 2, { at: 4, mostUsd: 3, ceilingUsd: null }, 44],
    );
  });

  it('keeps what a job was said to cost until it is said anew, and the videos of the last time alone', () => {
    const video = { file: 'a.mp4', bytes: 1, sha256: 'x' };
    const before = told(
      PLANNED,
      CONFIRMED,
      SUBMITTING,
      SUBMITTED,
      POLLING,
      { at: 5, type: 'reported', reportedUsd: 0.25 },
      FINISHED,
      { at: 6, type: 'stored', video },
      POLLING,
    );
    assert.deepEqual([before.reportedUsd, before.videos], [0.25, [video]]);
    const after = reduceRun(before, { ...FINISHED, reportedUsd: 0.5 } as RunEvent);
    assert.deepEqual([after.reportedUsd, after.videos], [0.5, []]);
  });

  it('keeps the newest ten thousand exchanges', () => {
    const exchange = { step: 'poll', status: 200, requestId: null, ms: 1, problem: null } as const;
    const exchanges = Array.from({ length: 10_000 }, (_, at) => ({ ...exchange, at }));
    const next: RunEvent = { at: 5, type: 'exchange', exchange: { ...exchange, at: 10_000 } };
    const run = reduceRun({ ...running(), exchanges }, next);
    assert.deepEqual(
      [run.exchanges.length, run.exchanges[0]?.at, run.exchanges.at(-1)?.at],
      [10_000, 1, 10_000],
    );
  });
});
