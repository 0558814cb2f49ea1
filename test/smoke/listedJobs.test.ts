// The list in which a lost job is looked for: which of its rows may be ours, how often it is asked, and what is said.
import assert from 'node:assert/strict';
import { type HttpAnswer, TransportError } from '../../src/smoke/http.ts';
import type { Run } from '../../src/smoke/run.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import type { SmokeWorld } from '../../src/smoke/session.ts';
import { json } from './desk.ts';
import { benchOf, planOf, SERVED } from './harness.ts';

const { model } = SERVED['openai-videos'];
const PLAN = planOf('openai-videos', { maxPolls: 1 });
const { prompt } = PLAN.request;
const ADVICE = "Look in the gateway's request log and usage for a job created at that time.";

interface Row {
  readonly id?: string;
  readonly model?: string;
  readonly prompt?: string;
  /** Milliseconds after the submit; undefined where the row has no time. */
  readonly after?: number;
}

interface Looked {
  readonly run: Run;
  /** Milliseconds between the lost answer and each look. */
  readonly looks: readonly number[];
}

/** A run whose submit is lost, and whose list has the rows, or answers as given. */
async function looked(
  list: readonly Row[] | ((nth: number) => Partial<HttpAnswer>),
  others: readonly Run[] = [],
  plan: Partial<Run['plan']> = {},
): Promise<Looked> {
  const bench = benchOf('openai-videos');
  const { clock } = bench.world;
  const looks: number[] = [];
  let [submitted, lost] = [0, 0];
  const rows = () =>
    (Array.isArray(list) ? list : []).map(({ id = 'ours', after, ...row }: Row) => ({
      id,
      model,
      prompt,
      ...(after === undefined ? {} : { created_at: (submitted + after) / 1000 }),
      ...row,
    }));
  const transport: SmokeWorld['transport'] = async (request, signal) => {
    if (request.method === 'POST') {
      submitted = clock.now();
      await clock.sleep(200);
      lost = clock.now();
      throw new TransportError('socket hang up', true);
    }
    if (!request.url.includes('limit=')) return bench.world.transport(request, signal);
    looks.push(clock.now() - lost);
    const given = typeof list === 'function' ? list(looks.length) : { body: json({ data: rows() }) };
    return { status: 200, headers: {}, body: new Uint8Array(), ...given };
  };
  const world = { ...bench.world, transport, otherRuns: async () => others };
  const run = await runSmoke({ ...PLAN, ...plan }, world, bench.journal);
  return { run, looks };
}

const NONE = 'GET /v1/videos has no job of that time and model.';
const maybe = (names: string) => `GET /v1/videos has jobs that may be it, but none for sure: ${names}.`;

/** The rows of a list, and what they come to: the handle that is taken, or what is said. */
const LISTS: readonly (readonly [what: string, rows: readonly Row[], found: string])[] = [
  ['our job', [{}], 'ours'],
  ['our job among others', [{ id: 'a', prompt: 'Another.' }, {}, { id: 'b', model: 'another' }], 'ours'],
  ['our job, half a minute early', [{ after: -30_000 }], 'ours'],
  ['our job, two minutes late', [{ after: 120_000 }], 'ours'],
  ['a job of before', [{ after: -31_000 }], NONE],
  ['a job of after', [{ after: 121_000 }], NONE],
  ['nothing', [], NONE],
  ['our job, whose model is not told', [{ model: '' }], 'ours'],
  ['a job of another model', [{ model: 'another' }], NONE],
  ['a job with another prompt', [{ prompt: 'Another.' }], NONE],
  ['a job without a prompt', [{ prompt: '' }], maybe('ours')],
  ['two jobs that are alike', [{}, { id: 'alike' }], maybe('ours, alike')],
  [
    'seven jobs that are alike',
    Array.from({ length: 7 }, (_, index) => ({ id: `job-${index}` })),
    maybe('job-0, job-1, job-2, job-3, job-4, 2 more'),
  ],
  [
    'five jobs that are alike',
    Array.from({ length: 5 }, (_, index) => ({ id: `job-${index}` })),
    maybe('job-0, job-1, job-2, job-3, job-4'),
  ],
  [
    'more jobs than are looked at',
    Array.from({ length: 1_001 }, (_, index) => ({ id: `job-${index}`, model: 'x' })),
    'GET /v1/videos answered with more than 1000 jobs.',
  ],
  [
    'as many jobs as are looked at',
    Array.from({ length: 1_000 }, (_, index) => ({ id: `job-${index}`, model: 'x' })),
    NONE,
  ],
];

describe('a list with', () => {
  for (const [what, rows, found] of LISTS) {
    it(`${what}: ${found.length > 40 ? `${found.slice(0, 40)}…` : found}`, async () => {
      const { run, looks } = await looked(rows);
      const none = found === NONE;
      assert.equal(looks.length, none ? 5 : 1);
      if (found === 'ours') return assert.deepEqual([run.handle, run.handleFound], ['ours', true]);
      assert.equal(run.handle, null);
      assert.equal(run.outcome?.failure, none ? 'not-listed' : 'lost-answer');
      assert.equal(run.outcome?.message, `no whole answer: socket hang up. ${found} ${ADVICE}`);
    });
  }

  it('a long name says the beginning of it', async () => {
    const { run } = await looked([{ id: 'x'.repeat(900), prompt: '' }]);
    assert.match(run.outcome?.message ?? '', /: x{150,200}….{0,3}\. Look/u);
  });

  it("a job under words that are not the test's own names it, and takes it not", async () => {
    const words = 'The words of the whole team.';
    const request = { ...PLAN.request, prompt: words };
    const { run } = await looked([{ prompt: words }], [], { request });
    assert.deepEqual([run.handle, run.outcome?.message.includes(maybe('ours'))], [null, true]);
  });

  it('our job of another time is found in a simulation, whose clock begins anew', async () => {
    assert.equal((await looked([{ after: 9_000_000 }], [], { simulated: true })).run.handle, 'ours');
  });
});

describe('the list of a lost job', () => {
  it('is asked after 5, 10, 15, 30 and 60 seconds, until it has one', async () => {
    const { looks } = await looked([]);
    assert.deepEqual(
      looks.map((at, index) => at - (looks[index - 1] ?? 0)),
      [5_000, 10_000, 15_000, 30_000, 60_000],
    );
    const later = await looked((nth) => ({
      body: json({ data: nth < 3 ? [] : [{ id: 'ours', model, prompt }] }),
    }));
    assert.deepEqual([later.run.handle, later.looks.length], ['ours', 3]);
  });

  it('is asked again after a refusal that may pass, and not after another one', async () => {
    for (const [status, asked] of [
      [429, 5],
      [503, 5],
      [502, 5],
      [401, 1],
      [404, 1],
      [500, 1],
    ] as const) {
      const { run, looks } = await looked(() => ({ status, body: json({ error: { message: 'no' } }) }));
      assert.equal(looks.length, asked, String(status));
      assert.equal(run.outcome?.failure, 'lost-answer');
      assert.match(
        run.outcome?.message ?? '',
        new RegExp(`hang up\\. GET /v1/videos did not answer with a list \\(HTTP ${status}: no\\)\\. Look`),
      );
    }
  });

  it('that is no list is not asked again', async () => {
    const { run, looks } = await looked(() => ({ body: json({ data: 'none' }) }));
    assert.equal(looks.length, 1);
    assert.match(run.outcome?.message ?? '', /hang up\. GET \/v1\/videos did not answer with a list\. Look/);
  });

  it('is not asked after Ctrl+C, and that is said', async () => {
    const cancel = new AbortController();
    const bench = benchOf('openai-videos');
    const transport: SmokeWorld['transport'] = (request, signal) => {
      if (request.method !== 'POST') return bench.world.transport(request, signal);
      cancel.abort();
      return Promise.reject(new TransportError('socket hang up', true));
    };
    const cancelled = await runSmoke(PLAN, { ...bench.world, transport }, bench.journal, cancel.signal);
    assert.equal(cancelled.outcome?.failure, 'lost-answer');
    assert.equal(
      cancelled.outcome?.message,
      `no whole answer: socket hang up. GET /v1/videos was not asked. ${ADVICE}`,
    );
  });

  it('is read by the clock of the surface, where it tells its time', async () => {
    const HOUR = 3_600_000;
    for (const [date, found] of [
      [(now: number) => new Date(now + HOUR).toUTCString(), true],
      [() => 'a date of ours', false],
      [undefined, false],
    ] as const) {
      const bench = benchOf('openai-videos');
      const { clock } = bench.world;
      let submitted = 0;
      const transport: SmokeWorld['transport'] = async (request, signal) => {
        if (request.method === 'POST') {
          submitted = clock.now();
          throw new TransportError('socket hang up', true);
        }
        if (!request.url.includes('limit=')) return bench.world.transport(request, signal);
        const body = json({ data: [{ id: 'ours', model, prompt, created_at: (submitted + HOUR) / 1000 }] });
        return { status: 200, headers: date === undefined ? {} : { date: date(clock.now()) }, body };
      };
      const run = await runSmoke(PLAN, { ...bench.world, transport }, bench.journal);
      assert.equal(run.handle, found ? 'ours' : null, String(date));
    }
  });

  it('has no job for us that another run here has, or that another lost run may have', async () => {
    const { run: mine } = await looked([{}]);
    const lost: Run = { ...mine, handle: null, submitInFlight: true };
    const planned = (changes: object): Run => ({ ...lost, plan: { ...lost.plan, ...changes } });
    for (const [what, other, taken] of [
      ['has it', mine, false],
      ['has another one', { ...mine, handle: 'another' }, true],
      ['lost its own', lost, false],
      ['lost nothing', { ...lost, submitInFlight: false }, true],
      ['lost one of another model', planned({ route: { ...PLAN.route, model: 'another' } }), true],
      ['lost one elsewhere', planned({ route: { ...PLAN.route, baseUrl: 'https://a.example' } }), true],
      ['lost one with another prompt', planned({ request: { ...PLAN.request, prompt: 'Another.' } }), true],
    ] as const)
      assert.equal((await looked([{}], [other])).run.handle, taken ? 'ours' : null, `another run ${what}`);
  });
});
