// What a job's answers come to: its end in words, its progress, its reasons, and when it is asked for.
import assert from 'node:assert/strict';
import type { HttpAnswer } from '../../src/smoke/http.ts';
import type { Plan, Run, RunEvent } from '../../src/smoke/run.ts';
import { resumeSmoke, runSmoke } from '../../src/smoke/runner.ts';
import type { SmokeWorld } from '../../src/smoke/session.ts';
import type { FamilyId } from '../../src/smoke/types.ts';
import { json } from './desk.ts';
import { type Bench, benchOf, planOf } from './harness.ts';

interface Polled {
  readonly run: Run;
  readonly bench: Bench;
  readonly world: SmokeWorld;
}

const isPoll = (family: FamilyId, method: string, url: string): boolean =>
  family === 'openrouter' ? method === 'GET' && /videos\/sim[^/]*$/.test(url) : url.includes('/operations/');

/** A run whose polls are answered in turn as given, the last answer again and again. */
async function polled(
  family: 'openrouter' | 'gemini-api',
  answers: readonly ((job: Readonly<Record<string, unknown>>) => unknown)[],
  plan: Partial<Plan> = {},
): Promise<Polled> {
  const bench = benchOf(family);
  let nth = -1;
  const transport: SmokeWorld['transport'] = async (request, signal) => {
    const answer: HttpAnswer = await bench.world.transport(request, signal);
    if (!isPoll(family, request.method, request.url) || request.method === 'POST') return answer;
    nth += 1;
    const change = answers[Math.min(nth, answers.length - 1)];
    const job = JSON.parse(new TextDecoder().decode(answer.body));
    return change === undefined ? answer : { ...answer, body: json(change(job)) };
  };
  const world = { ...bench.world, transport };
  return { run: await runSmoke(planOf(family, plan), world, bench.journal), bench, world };
}

function endOf({ state, outcome }: Run): string {
  return `${state}/${outcome?.failure ?? null}`;
}

const router = (fields: object) => (job: object) => ({ ...job, ...fields });
const gemini = (fields: object) => (job: object) => ({
  ...job,
  done: true,
  response: undefined,
  ...fields,
});
const response = (fields: object) => gemini({ response: { generateVideoResponse: fields } });

/** How jobs end without a video, in words. */
const ENDS: readonly (readonly [
  what: string,
  'openrouter' | 'gemini-api',
  (job: object) => unknown,
  end: string,
  message: string,
])[] = [
  [
    'an error with a code',
    'openrouter',
    router({ status: 'failed', error: { code: 'server_error', message: 'it broke' } }),
    'failed/operation-failed',
    'The job failed. server_error: it broke.',
  ],
  [
    'an error of the operation without a code',
    'gemini-api',
    gemini({ error: { message: 'it broke!' } }),
    'failed/operation-failed',
    'The job failed. it broke!',
  ],
  [
    'an error that the safety filter gave',
    'gemini-api',
    gemini({ error: { code: 3, message: 'blocked by our usage guidelines?' } }),
    'filtered/filtered',
    'The job failed. 3: blocked by our usage guidelines?',
  ],
  [
    'an expired job',
    'openrouter',
    router({ status: 'expired' }),
    'failed/operation-gone',
    'The job failed. expired: the job ended as expired.',
  ],
  [
    'two videos that were filtered, with two reasons',
    'gemini-api',
    response({ raiMediaFilteredCount: 2, raiMediaFilteredReasons: ['faces', 'names'] }),
    'filtered/filtered',
    'The safety filter removed 2 video (faces; names).',
  ],
  [
    'a reason without a count',
    'gemini-api',
    response({ raiMediaFilteredReasons: ['faces'] }),
    'filtered/filtered',
    'The safety filter removed every video (faces).',
  ],
  [
    'a count without a reason',
    'gemini-api',
    response({ raiMediaFilteredCount: 1 }),
    'filtered/filtered',
    'The safety filter removed 1 video (no reason given).',
  ],
  [
    'neither a video nor a reason',
    'gemini-api',
    response({ generatedSamples: [] }),
    'failed/no-video',
    'The job says that it is done, but there is no video.',
  ],
];

describe('a job that ends with', () => {
  for (const [what, family, answer, end, message] of ENDS) {
    it(`${what}: ${end}`, async () => {
      const { run } = await polled(family, [answer]);
      assert.deepEqual([endOf(run), run.outcome?.message], [end, message]);
    });
  }

  it('thousands of reasons keeps ten of them, each cut, and a long message is cut, too', async () => {
    const reasons = Array.from({ length: 3_000 }, (_, index) => `${index} ${'x'.repeat(1_000)}`);
    const { run } = await polled('gemini-api', [response({ raiMediaFilteredReasons: reasons })]);
    const said = run.outcome?.message ?? '';
    assert.equal(said.split(';').length, 10);
    assert.ok(said.length < 3_200, String(said.length));
    const { run: broken } = await polled('gemini-api', [gemini({ error: { message: 'y'.repeat(9_000) } })]);
    assert.ok((broken.outcome?.message.length ?? 0) <= 2_048 + 40);
  });

  it('reasons beside a video keeps them in the record', async () => {
    const { run } = await polled(
      'gemini-api',
      [
        undefined,
        undefined,
        (job: object) => {
          const whole = job as { readonly response?: { readonly generateVideoResponse: object } };
          if (whole.response === undefined) return job;
          const more = { raiMediaFilteredCount: 1, raiMediaFilteredReasons: ['faces'] };
          return {
            ...job,
            response: { generateVideoResponse: { ...whole.response.generateVideoResponse, ...more } },
          };
        },
      ].map((change) => change ?? ((job: object) => job)),
    );
    assert.equal(run.state, 'passed', run.outcome?.message);
    assert.deepEqual(
      [run.finished?.videos, run.finished?.filtered, run.finished?.reasons],
      [1, 1, ['faces']],
    );
  });

  it('an error keeps what it cost', async () => {
    const { run } = await polled('openrouter', [router({ status: 'failed', usage: { cost: 0.12 } })]);
    assert.equal(run.reportedUsd, 0.12);
    const { run: done } = await polled('openrouter', [
      router({ status: 'completed', unsigned_urls: [], usage: { cost: 0.34 } }),
    ]);
    assert.deepEqual([endOf(done), done.reportedUsd], ['failed/no-video', 0.34]);
    const { run: free, bench } = await polled('gemini-api', [gemini({ error: { message: 'no' } })]);
    assert.equal(free.reportedUsd, null);
    assert.ok(!bench.events.some(({ type }) => type === 'reported'));
  });
});

describe('while a job runs', () => {
  it('its progress is told when it changes, and only then', async () => {
    const at = (progress: number | null) => router({ status: 'in_progress', progress });
    const { bench } = await polled('openrouter', [at(10), at(10), at(25), at(null), (job) => job]);
    const told = bench.events.flatMap((event) => (event.type === 'progress' ? [event.progress] : []));
    assert.deepEqual(told, [10, 25, null]);
  });

  it('an answer that is none is asked for again, in the end it is the end, and its job goes on', async () => {
    const { run } = await polled('openrouter', [router({ status: 'dancing' })]);
    assert.equal(endOf(run), 'failed/malformed-answer');
    assert.equal(
      run.outcome?.message,
      'the answer is no operation of this endpoint family. The job goes on without us; its handle is kept.',
    );
    assert.ok(run.retries.length > 1 && run.retries.every(({ step }) => step === 'poll'));
    assert.ok(run.handle);
    const { run: once } = await polled('openrouter', [router({ status: 'dancing' }), (job) => job]);
    assert.equal(once.state, 'passed', once.outcome?.message);
  });

  it('it is first asked for after a rest, and at once when it is taken up again', async () => {
    const { run, bench, world } = await polled('openrouter', [router({ status: 'in_progress' })], {
      maxPolls: 2,
    });
    const times = (of: Run) => of.exchanges.filter(({ step }) => step === 'poll').map(({ at }) => at);
    const submitted = run.history.find(({ state }) => state === 'submitted')?.at ?? 0;
    assert.equal((times(run)[0] ?? 0) - submitted, 15_000);
    const resumedAt = world.clock.now();
    const resumed = await resumeSmoke(run, world, bench.journal);
    assert.deepEqual(
      times(resumed)
        .slice(2)
        .map((at) => at - resumedAt),
      [0, 15_200],
    );
  });

  it('Ctrl+C ends the rest between two polls: none is sent after it', async () => {
    const cancel = new AbortController();
    const bench = benchOf('openrouter', { jobMs: 600_000 });
    const cancelling = bench.world.clock.sleep(20_000).then(() => cancel.abort());
    const run = await runSmoke(planOf('openrouter'), bench.world, bench.journal, cancel.signal);
    await cancelling;
    assert.equal(endOf(run), 'abandoned/cancelled');
    assert.equal(run.exchanges.filter(({ step }) => step === 'poll').length, 1);
  });

  it('Ctrl+C during a poll ends the run as cancelled, whatever the poll says', async () => {
    for (const fault of ['overloaded', 'forbidden'] as const) {
      const cancel = new AbortController();
      const bench = benchOf('openrouter', { faults: [{ fault, at: 'poll', times: 50 }] });
      const onEvent = (_run: Run, event: RunEvent) => {
        if (event.type === 'exchange' && event.exchange.step === 'poll') cancel.abort();
      };
      const run = await runSmoke(
        planOf('openrouter'),
        { ...bench.world, onEvent },
        bench.journal,
        cancel.signal,
      );
      assert.equal(endOf(run), 'abandoned/cancelled', fault);
      assert.deepEqual(run.retries, [], fault);
    }
  });
});
