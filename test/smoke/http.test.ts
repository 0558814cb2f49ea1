// The way out: what a request is to `fetch`, what comes back, and whether one that failed can have started anything.
import assert from 'node:assert/strict';
import { bodyText, fetchTransport, type HttpRequest, TransportError } from '../../src/smoke/http.ts';

const REQUEST: HttpRequest = {
  method: 'POST',
  url: 'https://surface.example/v1',
  headers: { accept: '*/*' },
  body: '{}',
  timeoutMs: 60_000,
};

/** What a failing `fetch` comes to. */
async function failing(error: unknown, request: Partial<HttpRequest> = {}): Promise<TransportError> {
  const transport = fetchTransport(() => Promise.reject(error));
  try {
    await transport({ ...REQUEST, ...request });
  } catch (problem) {
    assert.ok(problem instanceof TransportError, String(problem));
    return problem;
  }
  return assert.fail('it answered');
}

/** The error of Node's `fetch`, whose cause says what happened. */
function fetchError(code: string, syscall?: string, message = 'it failed'): Error {
  const cause = Object.assign(new Error(message), { code }, syscall === undefined ? {} : { syscall });
  return new TypeError('fetch failed', { cause });
}

describe('a request that gets no answer', () => {
  for (const [code, syscall, reached] of [
    ['ECONNREFUSED', 'connect', false],
    ['ENOTFOUND', 'getaddrinfo', false],
    ['EAI_AGAIN', 'getaddrinfo', false],
    ['EHOSTUNREACH', 'connect', false],
    ['ENETUNREACH', 'connect', false],
    ['UND_ERR_CONNECT_TIMEOUT', undefined, false],
    ['CERT_HAS_EXPIRED', undefined, false],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', undefined, false],
    // The connection was there, and was lost: what went over it may have been received.
    ['EHOSTUNREACH', 'read', true],
    ['ENETUNREACH', 'write', true],
    ['ECONNRESET', 'read', true],
    ['EPIPE', 'write', true],
    ['ETIMEDOUT', 'connect', true],
    ['UND_ERR_SOCKET', undefined, true],
    ['UND_ERR_HEADERS_TIMEOUT', undefined, true],
  ] as const) {
    it(`${reached ? 'may have started something' : 'has started nothing'}: ${code} of ${syscall ?? 'nothing'}`, async () => {
      const error = await failing(fetchError(code, syscall));
      assert.deepEqual([error.reached, error.message], [reached, `it failed (${code})`]);
    });
  }

  it('may have started something where nobody says what happened', async () => {
    for (const [error, message] of [
      [new Error('odd'), 'odd'],
      ['a text', 'a text'],
      [null, 'null'],
      [new TypeError('fetch failed', { cause: 'a text' }), 'TypeError: fetch failed'],
      [new TypeError('fetch failed', { cause: new Error('') }), 'TypeError: fetch failed'],
    ] as const) {
      const { reached, message: said } = await failing(error);
      assert.deepEqual([reached, said], [true, message]);
    }
  });

  it('may have started something where its time is up', async () => {
    const transport = fetchTransport(
      (_url, init) =>
        new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () => reject(fetchError('ECONNREFUSED', 'connect')));
        }),
    );
    await assert.rejects(transport({ ...REQUEST, timeoutMs: 5 }), (error) => {
      assert.ok(error instanceof TransportError);
      assert.deepEqual([error.reached, error.message], [true, 'no answer in time']);
      return true;
    });
  });

  it('ends with Ctrl+C', async () => {
    const cancel = new AbortController();
    const transport = fetchTransport(
      (_url, init) =>
        new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    );
    const answer = transport(REQUEST, cancel.signal);
    cancel.abort();
    await assert.rejects(answer, /aborted/);
  });
});

describe('a request that is answered', () => {
  it('leaves as it is, and follows no redirect', async () => {
    let sent: unknown[] = [];
    const transport = fetchTransport(async (url, init) => {
      const { signal, ...rest } = init ?? {};
      sent = [url, rest, signal instanceof AbortSignal];
      return new Response('ab', {
        status: 302,
        headers: { Location: 'https://b.example', 'X-Request-ID': 'r' },
      });
    });
    const { status, headers, body } = await transport(REQUEST);
    assert.deepEqual(sent, [
      'https://surface.example/v1',
      { method: 'POST', headers: { accept: '*/*' }, body: '{}', redirect: 'manual' },
      true,
    ]);
    assert.deepEqual(
      [status, headers.location, headers['x-request-id'], new TextDecoder().decode(body)],
      [302, 'https://b.example', 'r', 'ab'],
    );
  });

  it('is read whole, in however many pieces it comes, and without any', async () => {
    const pieces = (texts: readonly string[]) =>
      new Response(
        new ReadableStream({
          start: (controller) => {
            for (const text of texts) controller.enqueue(new TextEncoder().encode(text));
            controller.close();
          },
        }),
      );
    for (const texts of [['a', 'bcd', '', 'e'], []])
      assert.equal(bodyText(await fetchTransport(async () => pieces(texts))(REQUEST)), texts.join(''));
    const none = await fetchTransport(async () => new Response(null, { status: 204 }))(REQUEST);
    assert.deepEqual([none.status, none.body.length], [204, 0]);
  });

  it('is cut where only its beginning is asked for', () => {
    const answer = { status: 200, headers: {}, body: new TextEncoder().encode('abcdef') };
    assert.deepEqual([bodyText(answer, 3), bodyText(answer)], ['abc', 'abcdef']);
  });
});
