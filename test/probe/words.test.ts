// What a probe says of each answer, in words, and which of two errors or statuses it goes by.
import assert from 'node:assert/strict';
import { fixedKey, keyRing } from '../../src/smoke/keys.ts';
import { askProbe, ProbeError, planProbe } from '../../src/smoke/probe.ts';
import { SIMULATED_HEADER } from '../../src/smoke/simulatedMark.ts';
import type { SmokeRoute } from '../../src/smoke/types.ts';

const PLAIN = { project: null, location: null, environment: null, owner: null, labels: {} };
const GEMINI: SmokeRoute = {
  ...PLAIN,
  name: 'r',
  model: 'veo-m',
  surface: 'gemini-api',
  family: 'gemini-api',
  baseUrl: 'https://google.example',
};
const LIST: SmokeRoute = { ...GEMINI, surface: 'openrouter', family: 'openrouter' };
const KEYS = keyRing([fixedKey(['google.example'], 'key-of-google')]);

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What is made of an answer, and the headers that asked for it. */
async function asked(route: SmokeRoute, { status, body = '', headers = {} }: Answer, keys = KEYS) {
  const sent: Readonly<Record<string, string>>[] = [];
  const probe = await askProbe(planProbe(route, keys), {
    transport: async (request) => {
      sent.push(request.headers);
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return { status, headers, body: new TextEncoder().encode(text) };
    },
    redact: (text) => text,
    now: () => 0,
  });
  return { probe, sent: sent[0] };
}

describe('a probe', () => {
  for (const [what, route, answer, result, said] of [
    ['a model', GEMINI, { status: 200, body: { name: 'models/veo-m' } }, 'listed', 'it has the model'],
    [
      'a model whose name only ends alike',
      GEMINI,
      { status: 200, body: { name: 'models/our-veo-m' } },
      'nothing',
      'it answered 200 with something else than the model',
    ],
    [
      'a success of any kind',
      GEMINI,
      { status: 299, body: { name: 'models/veo-m' } },
      'listed',
      'it has the model',
    ],
    ['less than a success', GEMINI, { status: 199 }, 'nothing', 'it answered 199: no message'],
    [
      'a list',
      LIST,
      { status: 200, body: { data: [{ id: 'x' }] } },
      'not-listed',
      'its list has no such model',
    ],
    [
      'a redirect',
      LIST,
      { status: 300, headers: { location: 'https://far.example/a?signature=s' } },
      'nothing',
      'it redirects to https://far.example, which is not followed',
    ],
    [
      'a path',
      LIST,
      { status: 399, headers: { location: '/a' } },
      'nothing',
      'it redirects to another address, which is not followed',
    ],
    [
      'no address',
      LIST,
      { status: 302 },
      'nothing',
      'it redirects to another address, which is not followed',
    ],
    ['a refusal', LIST, { status: 400, body: { error: { message: 'm' } } }, 'nothing', 'it answered 400: m'],
    [
      'a refusal with a code',
      GEMINI,
      { status: 403, body: { error: { status: 'PERMISSION_DENIED', message: 'm' } } },
      'nothing',
      'it answered 403 PERMISSION_DENIED: m',
    ],
    [
      'a refusal whose code is its status',
      LIST,
      { status: 403, body: { error: { code: '403', message: 'm' } } },
      'nothing',
      'it answered 403: m',
    ],
    [
      'an own error by its status',
      GEMINI,
      { status: 404, body: { error: { status: 'NOT_FOUND', message: 'm' } } },
      'gone',
      'it answered 404 NOT_FOUND',
    ],
    [
      'an own error by its number',
      GEMINI,
      { status: 404, body: { error: { code: 404 } } },
      'gone',
      'it answered 404',
    ],
    [
      'an error of another kind',
      GEMINI,
      { status: 404, body: { error: { code: 5, status: 'GONE', message: 'm' } } },
      'nothing',
      'it answered 404 GONE: m',
    ],
  ] as const) {
    it(`that meets ${what} says "${said}"`, async () => {
      const { probe } = await asked(route, answer);
      assert.deepEqual([probe.answer, probe.said, probe.status], [result, said, answer.status]);
    });
  }

  it('says that a simulator answered where one did', async () => {
    const marked = { status: 200, headers: { [SIMULATED_HEADER]: 'true' } };
    assert.deepEqual(
      [(await asked(GEMINI, marked)).probe.simulated, (await asked(GEMINI, { status: 200 })).probe.simulated],
      [true, false],
    );
  });

  it('asks for JSON, with the key of its host and without one where it has none', async () => {
    const { sent } = await asked(GEMINI, { status: 200 });
    assert.deepEqual(sent, { accept: 'application/json', 'x-goog-api-key': 'key-of-google' });
    assert.deepEqual((await asked(LIST, { status: 200 }, keyRing([]))).sent, { accept: 'application/json' });
  });

  it('that failed on its way was answered by no simulator', async () => {
    const probe = await askProbe(planProbe(GEMINI, KEYS), {
      transport: () => Promise.reject(new Error('odd')),
      redact: (text) => text,
      now: () => 0,
    });
    assert.deepEqual([probe.simulated, probe.said], [false, 'no whole answer came: odd']);
  });
});

describe('a probe that is not sent', () => {
  it('says why', () => {
    assert.throws(
      () => planProbe({ ...GEMINI, baseUrl: 'http://google.example' }, KEYS),
      new ProbeError('http://google.example is not asked: only https, and http on this machine, is.'),
    );
    assert.throws(
      () => planProbe(GEMINI, keyRing([])),
      new ProbeError('There is no key for google.example.'),
    );
  });
});
