// Every fault at every step of every endpoint family: the right end, and never more than one job.
import assert from 'node:assert/strict';
import {
  ANSWER_FAULTS,
  type AnswerFault,
  type Fault,
  JOB_FAULTS,
  type JobFault,
} from '../../src/simulator/faults.ts';
import type { Run } from '../../src/smoke/run.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import type { FamilyId } from '../../src/smoke/types.ts';
import { benchOf, FAMILY_NAMES, planOf } from './harness.ts';

/** More often than any retry rule tries. */
const ALWAYS = 50;

/** `state/failure`; for a fault that strikes once, and for one that stays. */
type Ends = readonly [once: string, always: string];
const PASSED = 'passed/null';
const LOST = 'abandoned/lost-answer';

const SUBMIT: Readonly<Record<AnswerFault, Ends>> = {
  'rate-limited': [PASSED, 'failed/rate-limited'],
  overloaded: [PASSED, 'failed/overloaded'],
  internal: [LOST, LOST],
  'bad-request': ['failed/bad-request', 'failed/bad-request'],
  forbidden: ['failed/forbidden', 'failed/forbidden'],
  'bad-gateway': [LOST, LOST],
  'lost-answer': [LOST, LOST],
  'malformed-json': [LOST, LOST],
  'slow-bytes': [PASSED, PASSED],
  'cut-off': [LOST, LOST],
  'redirect-away': ['failed/redirected', 'failed/redirected'],
};

const POLL: Readonly<Record<AnswerFault, Ends>> = {
  'rate-limited': [PASSED, 'failed/rate-limited'],
  overloaded: [PASSED, 'failed/overloaded'],
  internal: [PASSED, 'failed/internal'],
  'bad-request': ['failed/bad-request', 'failed/bad-request'],
  forbidden: ['failed/forbidden', 'failed/forbidden'],
  'bad-gateway': [PASSED, 'failed/gateway-failure'],
  'lost-answer': [PASSED, 'failed/unreachable'],
  'malformed-json': [PASSED, 'failed/malformed-answer'],
  'slow-bytes': [PASSED, PASSED],
  'cut-off': [PASSED, 'failed/unreachable'],
  'redirect-away': ['failed/redirected', 'failed/redirected'],
};

/** Vertex AI's videos come inside the poll's answer: it has no download to strike. */
const DOWNLOAD: Readonly<Record<AnswerFault, Ends>> = {
  'rate-limited': [PASSED, 'failed/rate-limited'],
  overloaded: [PASSED, 'failed/overloaded'],
  internal: [PASSED, 'failed/internal'],
  'bad-request': ['failed/bad-request', 'failed/bad-request'],
  forbidden: ['failed/expired', 'failed/expired'],
  'bad-gateway': [PASSED, 'failed/gateway-failure'],
  'lost-answer': [PASSED, 'failed/download-failed'],
  'malformed-json': ['failed/not-an-mp4', 'failed/not-an-mp4'],
  'slow-bytes': [PASSED, PASSED],
  'cut-off': [PASSED, 'failed/download-failed'],
  'redirect-away': [PASSED, 'failed/unreachable'],
};

/** A gateway shows a filtered job as a finished one without a video; Vertex AI's bytes cannot expire, its operation can. */
const JOB: Readonly<Record<JobFault, string | Readonly<Partial<Record<FamilyId, string>>>>> = {
  stall: 'timed-out/stalled',
  'rai-filter': { 'new-api': 'failed/no-video' },
  'operation-error': 'failed/operation-failed',
  'no-video': 'failed/no-video',
  'truncated-mp4': 'failed/not-an-mp4',
  expired: { 'vertex-ai': 'failed/operation-gone' },
  'wrong-video': 'failed/not-as-requested',
};
const OTHERWISE: Readonly<Partial<Record<JobFault, string>>> = {
  'rai-filter': 'filtered/filtered',
  expired: 'failed/expired',
};

/** Where jobs are listed, the one whose answer was lost is found there. */
const LISTING: ReadonlySet<FamilyId> = new Set(['openai-videos']);

/** Only Google's own 503 is sure to come before a job. A job that was never started is not in a list. */
function endOfSubmit(family: FamilyId, fault: AnswerFault, usual: string | undefined): string | undefined {
  const isGoogle = ['gemini-api', 'vertex-ai', 'omni-interactions'].includes(family);
  const expected = fault === 'overloaded' && !isGoogle ? LOST : usual;
  if (expected !== LOST || !LISTING.has(family)) return expected;
  return fault === 'overloaded' || fault === 'internal' ? 'abandoned/not-listed' : PASSED;
}

function endOf(run: Run): string {
  return `${run.state}/${run.outcome?.failure ?? null}`;
}

async function play(family: FamilyId, fault: Fault): Promise<{ readonly run: Run; readonly jobs: number }> {
  const { world, journal, simulator } = benchOf(family, { faults: [fault] });
  const run = await runSmoke(planOf(family), world, journal);
  return { run, jobs: simulator.world.jobs.size };
}

describe('every fault of every family', () => {
  for (const family of FAMILY_NAMES) {
    it(`ends rightly with at most one job: ${family}`, async () => {
      for (const fault of ANSWER_FAULTS) {
        for (const [at, ends] of [
          ['submit', SUBMIT],
          ['poll', POLL],
          ['download', DOWNLOAD],
        ] as const) {
          for (const [index, times] of [1, ALWAYS].entries()) {
            const { run, jobs } = await play(family, { fault, at, times });
            const struck = at !== 'download' || family !== 'vertex-ai';
            const name = `${fault}@${at}*${times} on ${family}: ${run.outcome?.message}`;
            const expected = struck ? ends[fault][index] : PASSED;
            assert.equal(endOf(run), at === 'submit' ? endOfSubmit(family, fault, expected) : expected, name);
            assert.ok(jobs <= 1, `${name} started ${jobs} jobs`);
            if (run.state === 'failed' && at !== 'submit') assert.ok(run.handle, `${name} lost the handle`);
          }
        }
      }
      for (const fault of JOB_FAULTS) {
        const { run, jobs } = await play(family, { fault });
        const expected = JOB[fault];
        assert.equal(
          endOf(run),
          typeof expected === 'string' ? expected : (expected[family] ?? OTHERWISE[fault]),
          `${fault} on ${family}: ${run.outcome?.message}`,
        );
        assert.equal(jobs, 1, `${fault} on ${family}`);
      }
    });
  }

  it('LiteLLM and new-api call a job completed that is not: it ends without a video, not as passed', async () => {
    for (const dialect of ['litellm', 'new-api'] as const) {
      for (const fault of ['rai-filter', 'operation-error', 'no-video'] as const) {
        const { world, journal } = benchOf('openai-videos', { faults: [{ fault }], dialect });
        const run = await runSmoke(planOf('openai-videos'), world, journal);
        assert.equal(run.state, 'failed', `${fault} by ${dialect}`);
      }
    }
  });
});
