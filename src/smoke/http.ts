// The one way out to the network: a request in, an answer with all its bytes out, no redirect ever followed.
import { LARGEST_ANSWER } from '../network/limits.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** After this long without the whole answer the request counts as lost. */
  readonly timeoutMs: number;
  /** An answer of more bytes is not read to its end. Without it the largest that any answer may have. */
  readonly maxBytes?: number;
}

export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Sends one request. Rejects with a `TransportError` when no whole answer came. */
export type Transport = (request: HttpRequest, signal?: AbortSignal) => Promise<HttpAnswer>;

/**
 * No answer. `reached` false: the request never left, so it can have started nothing; true: it may have been
 * received, so whatever it does may have been done.
 */
export class TransportError extends Error {
  readonly reached: boolean;
  constructor(message: string, reached: boolean) {
    super(message);
    this.reached = reached;
  }
}

/** There was no access token to send a request with. */
export class NoTokenError extends TransportError {
  constructor(reason: string) {
    super(`no access token: ${reason}`, false);
  }
}

/** What the operating system says when a connection was never made. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

/** A transport over `fetch`. Redirects come back as what they are: the caller decides whom to give a key. */
export function fetchTransport(fetcher: typeof fetch = fetch): Transport {
  return async (request, signal) => {
    const timeout = AbortSignal.timeout(request.timeoutMs);
    try {
      const answer = await fetcher(request.url, {
        method: request.method,
        headers: request.headers,
        body: request.body,
        redirect: 'manual',
        signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
      });
      const body = await readAll(answer, request.maxBytes ?? LARGEST_ANSWER);
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body };
    } catch (error) {
      throw asTransportError(error, timeout.aborted);
    }
  };
}

async function readAll(answer: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.length;
    if (size > most) throw new Error(`the answer is larger than ${most} bytes`);
    chunks.push(chunk);
  }
  return concat(chunks, size);
}

function concat(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

/** Reads an answer's body as text, no more of it than `most` bytes. */
export function bodyText(answer: HttpAnswer, most = answer.body.length): string {
  return new TextDecoder().decode(answer.body.subarray(0, most));
}

function asTransportError(error: unknown, timedOut: boolean): TransportError {
  if (timedOut) return new TransportError('no answer in time', true);
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = textIn(cause, 'code');
  const message = cause instanceof Error && cause.message !== '' ? cause.message : String(error);
  return new TransportError(code === null ? message : `${message} (${code})`, !neverSent(cause, code));
}

/** The same code may come from a connection that was made and then lost: the failed call tells them apart. */
function neverSent(cause: unknown, code: string | null): boolean {
  const call = textIn(cause, 'syscall');
  return NEVER_SENT.has(code ?? '') && (call === null || call === 'connect' || call === 'getaddrinfo');
}

function textIn(value: unknown, key: string): string | null {
  const found: unknown = Reflect.get(Object(value), key);
  return found === undefined ? null : String(found);
}
