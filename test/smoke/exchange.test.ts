// One exchange: what leaves in its headers, what counts as an error, what is kept of an answer, and when it is tried again.
import assert from 'node:assert/strict';
import { type HttpAnswer, type HttpRequest, TransportError } from '../../src/smoke/http.ts';
import { fixedKey, keyRing } from '../../src/smoke/keys.ts';
import { redactor } from '../../src/smoke/redact.ts';
import type { Exchange, Run } from '../../src/smoke/run.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import type { SmokeWorld } from '../../src/smoke/session.ts';
import type { FamilyId } from '../../src/smoke/types.ts';
import { json } from './desk.ts';
import { benchOf, HOST, planOf, routeOf, SECRET } from './harness.ts';

type Changes = (request: HttpRequest, answer: HttpAnswer, nth: number) => HttpAnswer | Error;

const STEPS = {
  submit: ({ method }: HttpRequest) => method === 'POST',
  poll: ({ url }: HttpRequest) => /videos\/[^/]+$/.test(url) && !url.endsWith('/models'),
  download: ({ url }: HttpRequest) => url.includes('/content'),
} as const;

/** A run of OpenRouter's family whose answers to one step are changed. */
async function changed(
  step: keyof typeof STEPS,
  change: Changes,
  family: FamilyId = 'openrouter',
): Promise<{ readonly run: Run; readonly exchanges: readonly Exchange[] }> {
  const bench = benchOf(family);
  let nth = 0;
  const transport: SmokeWorld['transport'] = async (request, signal) => {
    const answer = await bench.world.transport(request, signal);
    if (!STEPS[step](request)) return answer;
    nth += 1;
    const other = change(request, answer, nth);
    if (other instanceof Error) throw other;
    return other;
  };
  const run = await runSmoke(planOf(family), { ...bench.world, transport }, bench.journal);
  return { run, exchanges: run.exchanges.filter((exchange) => exchange.step === step) };
}

const withJson = (answer: HttpAnswer, body: unknown): HttpAnswer => ({
  ...answer,
  body: typeof body === 'string' ? new TextEncoder().encode(body) : json(body),
});

describe('a request', () => {
  it('says what it takes and what it brings, and carries its key to its host alone', async () => {
    const bench = benchOf('openrouter');
    const left: [string, Readonly<Record<string, string>>][] = [];
    const transport: SmokeWorld['transport'] = (request, signal) => {
      left.push([request.method === 'POST' ? 'submit' : new URL(request.url).pathname, request.headers]);
      return bench.world.transport(request, signal);
    };
    await runSmoke(planOf('openrouter'), { ...bench.world, transport }, bench.journal);
    const key = { authorization: `Bearer ${SECRET}` };
    const headers = new Map(left);
    assert.deepEqual(headers.get('/api/v1/videos/models'), { accept: 'application/json', ...key });
    assert.deepEqual(headers.get('submit'), {
      accept: 'application/json',
      'content-type': 'application/json',
      ...key,
    });
    const content = [...headers].find(([path]) => path.endsWith('/content'))?.[1];
    assert.deepEqual(content, { accept: '*/*', ...key });
  });

  it('leaves without a key where its host has none, and not at all where its token cannot be had', async () => {
    const bench = benchOf('openrouter');
    // A key for the submit alone: the list of models is public.
    let asked = 0;
    const keys: SmokeWorld['keys'] = (url) => {
      asked += 1;
      return asked > 1 ? null : keyRing([fixedKey([HOST], SECRET)])(url);
    };
    await runSmoke(planOf('openrouter'), { ...bench.world, keys }, bench.journal);
    assert.deepEqual(bench.sent[0]?.headers, { accept: 'application/json' });
    const odd = keyRing([{ hosts: [HOST], secret: () => Promise.reject('no session') }]);
    const run = await runSmoke(planOf('openrouter'), { ...bench.world, keys: odd }, bench.journal);
    assert.equal(run.outcome?.message, 'not sent: no access token: no session.');
    assert.deepEqual(
      [run.exchanges[0]?.status, run.exchanges[0]?.problem],
      [null, 'not sent: no access token: no session'],
    );
  });
});

describe('a key', () => {
  it('is sent to no address without encryption, whatever ring gives one', async () => {
    const bench = benchOf('openrouter');
    const plan = planOf('openrouter', { route: routeOf('openrouter', 'http://surface.example') });
    await runSmoke(plan, { ...bench.world, keys: () => fixedKey([HOST], SECRET) }, bench.journal);
    assert.ok(bench.sent.length > 0);
    assert.ok(!JSON.stringify(bench.sent).includes(SECRET));
  });
});

/** Answers to a poll with the status of a success, and whether they hide an error. */
const HIDDEN: readonly (readonly [what: string, body: unknown, hides: boolean])[] = [
  ['an error alone', { error: { message: 'no' } }, true],
  ['an error as a text', { error: 'no' }, true],
  ['an error with a code beside it', { error: { message: 'no' }, code: 400 }, true],
  ['an error behind a blank line', '\n{"error":"no"}', true],
  ['no JSON', '<html>', false],
  ['an empty error', { error: '' }, false],
  ['no error', { error: null }, false],
  ['a number for an error', { error: 7 }, false],
  ...['status', 'done', 'name', 'task_id', 'data', 'steps', 'response'].map(
    (field) => [`an error beside "${field}"`, { error: { message: 'no' }, [field]: 'x' }, false] as const,
  ),
  ['an error in a long answer', { error: { message: 'no' }, more: 'x'.repeat(64 * 1024) }, false],
  ['a list', [{ error: { message: 'no' } }], false],
];

describe('an answer with the status of a success', () => {
  for (const [what, body, hides] of HIDDEN) {
    it(`${hides ? 'is an error' : 'is what its family says'} with ${what}`, async () => {
      const { exchanges } = await changed('poll', (_, answer, nth) =>
        nth > 1 ? answer : withJson(answer, body),
      );
      assert.equal(exchanges[0]?.problem ?? null, hides ? 'HTTP 200 with an error: no' : null);
      assert.equal(exchanges[0]?.status, 200);
    });
  }

  it('is one from 200 to 299', async () => {
    for (const [status, good] of [
      [199, false],
      [200, true],
      [299, true],
      [300, false],
    ] as const) {
      const { exchanges } = await changed('poll', (_, answer, nth) =>
        nth > 1 ? answer : { ...answer, status },
      );
      assert.equal(exchanges[0]?.problem === null, good, `${status}: ${exchanges[0]?.problem}`);
    }
  });

  it('with an error is no video: it is fetched again', async () => {
    const { run, exchanges } = await changed('download', (_, answer, nth) =>
      nth > 1 ? answer : withJson(answer, { error: 'not yet' }),
    );
    assert.equal(run.state, 'passed', run.outcome?.message);
    assert.deepEqual(
      exchanges.map(({ problem }) => problem),
      ['HTTP 200 with an error: not yet', null],
    );
    assert.deepEqual(
      run.retries.map(({ failure }) => failure),
      ['download-failed'],
    );
  });
});

describe('what is kept of an exchange', () => {
  const refused = (body: unknown, headers = {}) =>
    changed('poll', () => ({ status: 400, headers, body: json(body) }));

  it('names the code of an error where it says more than the status', async () => {
    for (const [code, problem] of [
      ['INVALID_ARGUMENT', 'HTTP 400 INVALID_ARGUMENT: no'],
      ['400', 'HTTP 400: no'],
      [undefined, 'HTTP 400: no'],
    ] as const) {
      const { exchanges } = await refused({ error: { message: 'no', status: code } });
      assert.equal(exchanges[0]?.problem, problem);
    }
  });

  for (const header of [
    'x-request-id',
    'x-goog-request-id',
    'request-id',
    'x-oneapi-request-id',
    'x-litellm-call-id',
    'x-cloud-trace-context',
    'cf-ray',
  ]) {
    it(`is the ID of the request in ${header}`, async () => {
      const { exchanges } = await refused({}, { [header]: 'r-1', server: 'x' });
      assert.equal(exchanges[0]?.requestId, 'r-1');
    });
  }

  it('is no ID where there is none, and the beginning of a long one', async () => {
    assert.equal((await refused({})).exchanges[0]?.requestId, null);
    const { exchanges } = await refused({}, { 'x-request-id': 'x'.repeat(1_000) });
    assert.equal(exchanges[0]?.requestId?.length, 200);
  });

  it('is when it began, and how long it took', async () => {
    const { exchanges } = await changed('poll', (_, answer) => answer);
    assert.deepEqual([...new Set(exchanges.map(({ ms }) => ms))], [200]);
    assert.ok(exchanges.every(({ at }, index) => index === 0 || at > (exchanges[index - 1]?.at ?? 0)));
  });

  it('is the beginning of what the transport says, whatever it throws', async () => {
    const { exchanges } = await changed('poll', () => new TransportError('x'.repeat(5_000), false));
    assert.equal(exchanges[0]?.problem?.length, 'not sent: '.length + 500);
    const plain = await changed('submit', () => new Error('a fault in the program'));
    assert.equal(plain.exchanges[0]?.problem, 'no whole answer: a fault in the program');
    assert.equal(plain.run.outcome?.failure, 'lost-answer');
  });
});

describe('another try', () => {
  it('does not begin at the deadline or after it', async () => {
    const bench = benchOf('vertex-ai', { faults: [{ fault: 'overloaded', at: 'submit', times: 50 }] });
    // The yes comes after 200 ms, the submit's answer 200 ms later, the next try 30 s after that.
    for (const [deadlineMs, tries] of [
      [30_200, 1],
      [30_201, 2],
    ] as const) {
      const run = await runSmoke(planOf('vertex-ai', { deadlineMs }), bench.world, bench.journal);
      assert.deepEqual(
        [run.submitsSent, run.outcome?.failure],
        [tries, 'overloaded'],
        `${deadlineMs} ms: ${run.outcome?.message}`,
      );
    }
  });
});

describe('what is told of a run', () => {
  it('holds no key, whoever repeats it', async () => {
    const told: string[] = [];
    const bench = benchOf(
      'openrouter',
      {},
      { onEvent: (_run, event) => void told.push(JSON.stringify(event)) },
    );
    const transport: SmokeWorld['transport'] = async () => ({
      status: 400,
      headers: { 'x-request-id': SECRET },
      body: json({ error: { message: `not with ${SECRET}` } }),
    });
    const redact = redactor([SECRET]);
    await runSmoke(planOf('openrouter'), { ...bench.world, transport, redact }, bench.journal);
    assert.ok(told.length > 2);
    assert.ok(!told.join('').includes(SECRET));
  });
});
