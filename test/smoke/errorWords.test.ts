// What an error answer says, in whichever shape it comes: its words, its code, how long it asks to wait, and its class.
import assert from 'node:assert/strict';
import type { Step } from '../../src/network/limits.ts';
import { classify, classifyJobError, readApiError, saysRetired } from '../../src/smoke/classify.ts';
import type { HttpAnswer } from '../../src/smoke/http.ts';

const NOW = Date.UTC(2026, 10, 21);

const answer = (status: number, body: unknown, headers: HttpAnswer['headers'] = {}): HttpAnswer => ({
  status,
  headers,
  body: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
});
const read = (body: unknown, headers: HttpAnswer['headers'] = {}) =>
  readApiError(answer(400, body, headers), NOW);

describe('the words of an error', () => {
  for (const [what, body, message, code] of [
    ['its message before all', { error: { message: 'm' }, message: 'n', detail: 'd' }, 'm', null],
    ['an error that is a text', { error: 'e', message: 'n', detail: 'd' }, 'e', null],
    ['a message beside no error', { message: 'n', detail: 'd', code: 'c' }, 'n', 'c'],
    ['a detail', { detail: 'd' }, 'd', null],
    ['its status before its code', { error: { status: 'S', code: 'C', message: 'm' }, code: 'c' }, 'm', 'S'],
    ['its code before that of the answer', { error: { code: 'C', message: 'm' }, code: 'c' }, 'm', 'C'],
    [
      'the first of a list',
      [{ error: { message: 'm', status: 'S' } }, { error: { message: 'n' } }],
      'm',
      'S',
    ],
    ['a page without its tags', '<html>\n <h1>Bad  Gateway</h1>nginx</html> ', 'Bad Gateway nginx', null],
    ['a text as it is', 'upstream is gone', 'upstream is gone', null],
    ['that there is none', '', 'no message', null],
  ] as const) {
    it(`are ${what}`, () => {
      const error = read(body);
      assert.deepEqual([error.status, error.message, error.code], [400, message, code]);
    });
  }

  it('are cut where they are long', () => {
    const { message, code } = read({ error: { message: 'm'.repeat(5_000), status: 'S'.repeat(500) } });
    assert.match(message, /^m{2000,2050}/);
    assert.ok(message.length < 2_200, String(message.length));
    assert.match(code ?? '', /^S{90,100}/);
    assert.ok((code ?? '').length < 200, code ?? '');
    assert.equal(read(`<p>${'x'.repeat(900)}`).message, 'x'.repeat(300));
  });
});

describe('how long an error asks to wait', () => {
  for (const [what, headers, details, expected] of [
    ['a fraction of a second', { 'retry-after': ' 1.5 ' }, [], 1_500],
    ['many seconds', { 'retry-after': '30' }, [], 30_000],
    ['a fraction of two digits', { 'retry-after': '1.25' }, ['1.75s'], 1_750],
    ['a day that is over', { 'retry-after': new Date(NOW - 90_000).toUTCString() }, [], 0],
    ['no time', { 'retry-after': 'soon' }, [], null],
    ['a number with a unit', { 'retry-after': '7 apples' }, [], null],
    ['less than nothing', { 'retry-after-ms': '-5' }, [], null],
    ['nothing at all', { 'retry-after-ms': '0' }, [], 0],
    ['the longest of all', { 'retry-after': '2', 'retry-after-ms': '3000' }, ['4s', '1s'], 4_000],
    ["no delay of Google's form", {}, ['1s0', 'a1s', '1.s', 's'], null],
    ['a delay that is a number', {}, [7], null],
  ] as const) {
    it(`is read of ${what}: ${expected}`, () => {
      const error = { details: details.map((retryDelay) => ({ retryDelay })) };
      assert.equal(read({ error }, headers).hintMs, expected);
    });
  }
});

describe('the class of an error', () => {
  const classOf = (status: number, step: Step, body: unknown = { error: { message: 'm' } }) =>
    classify(readApiError(answer(status, body), NOW), step);

  it('follows from its status, and on a poll or a download from what was asked for', () => {
    for (const [status, look, poll, download] of [
      [299, 'bad-request', 'bad-request', 'bad-request'],
      [300, 'redirected', 'redirected', 'redirected'],
      [399, 'redirected', 'redirected', 'redirected'],
      [400, 'bad-request', 'bad-request', 'bad-request'],
      [401, 'unauthenticated', 'unauthenticated', 'unauthenticated'],
      [403, 'forbidden', 'forbidden', 'expired'],
      [404, 'not-found', 'operation-gone', 'expired'],
      [408, 'gateway-failure', 'gateway-failure', 'gateway-failure'],
      [410, 'not-found', 'operation-gone', 'expired'],
      [429, 'rate-limited', 'rate-limited', 'rate-limited'],
      [499, 'bad-request', 'bad-request', 'bad-request'],
      [500, 'internal', 'internal', 'internal'],
      [501, 'internal', 'internal', 'internal'],
      [502, 'gateway-failure', 'gateway-failure', 'gateway-failure'],
      [503, 'overloaded', 'overloaded', 'overloaded'],
      [504, 'gateway-failure', 'gateway-failure', 'gateway-failure'],
    ] as const)
      for (const [step, expected] of [
        ['look', look],
        ['list', look],
        ['poll', poll],
        ['download', download],
      ] as const)
        assert.equal(classOf(status, step), expected, `${status} on ${step}`);
  });

  it('is the filter where its words say so: of a refusal, and of a poll that fails', () => {
    const body = { error: { message: 'Blocked by our content policy.' } };
    assert.equal(classOf(400, 'look', body), 'filtered');
    assert.equal(classOf(422, 'poll', body), 'filtered');
    assert.equal(classOf(500, 'poll', body), 'filtered');
    assert.equal(classOf(500, 'look', body), 'internal');
    assert.equal(classOf(501, 'poll', body), 'internal');
  });

  it('is a job that is gone where a poll says so in the words of a retired ID', () => {
    const body = { error: { message: 'It is no longer available.' } };
    assert.equal(classOf(404, 'poll', body), 'operation-gone');
    assert.equal(classOf(400, 'poll', body), 'operation-gone');
    assert.equal(classOf(400, 'look', body), 'retired-id');
  });

  it('is no video where a download says that there is none, and else a file that is gone', () => {
    const body = { error: { message: 'The video content was not found.' } };
    for (const status of [403, 404, 410]) assert.equal(classOf(status, 'download', body), 'no-video');
    assert.equal(classOf(400, 'download', body), 'bad-request');
  });

  it('is a retired ID by its code alone, with the statuses of a refusal', () => {
    const retired = (status: number, code: string | null) => saysRetired({ status, code, message: 'm' });
    assert.deepEqual(
      [400, 404, 410, 500, 503].filter((status) => retired(status, 'model_not_found')),
      [400, 404, 410, 500, 503],
    );
    assert.deepEqual(
      [200, 401, 403, 422, 429, 502].filter((status) => retired(status, 'model_not_found')),
      [],
    );
    assert.deepEqual(
      [retired(404, 'model_not_available'), retired(404, 'another'), retired(404, null)],
      [true, false, false],
    );
  });
});

describe('the class of a job that ended with an error', () => {
  it('is the filter by words or code, a job that is gone where it expired, and else a failed one', () => {
    for (const [code, message, expected] of [
      [null, 'It was blocked by our policy.', 'filtered'],
      ['content_policy_violation', 'm', 'filtered'],
      ['blocked_by_policy', 'm', 'filtered'],
      ['expired', 'm', 'operation-gone'],
      [null, 'expired', 'operation-failed'],
      ['failed', 'm', 'operation-failed'],
    ] as const)
      assert.equal(classifyJobError(code, message), expected, `${code} ${message}`);
  });
});
