// Fetches a gateway's catalog from an address that the user has allowed, and from nowhere else.
import { CATALOG_LIMITS } from '../network/limits.ts';
import { reasonOfFetch } from './fetchReasons.ts';
import type { GatewayWorld } from './world.ts';

/** No catalog came. The message is one sentence for people, without secrets. */
export class FetchCatalogError extends Error {}

export interface FetchOptions extends Pick<GatewayWorld, 'fetch' | 'timeoutMs' | 'maxBytes' | 'signal'> {
  /** Sent as a bearer token, to the origin of the address only. */
  readonly key?: string | undefined;
  /** What kind of answer is asked for; JSON unless it says otherwise. */
  readonly accept?: string;
}

const MOST_REDIRECTS = 3;

/**
 * The text at the address. Redirects are followed on the same origin only. The limit of size counts what an answer
 * unpacks to, and what is over it is neither kept nor unpacked further.
 * @throws FetchCatalogError where nothing whole and readable came in time.
 */
export async function fetchCatalog(address: URL, options: FetchOptions): Promise<string> {
  const { fetch, key, timeoutMs = CATALOG_LIMITS.timeoutMs, maxBytes = CATALOG_LIMITS.maxBytes } = options;
  const { accept = 'application/json' } = options;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]);
  try {
    return await follow(address, { fetch, key, accept, maxBytes, signal });
  } catch (error) {
    if (error instanceof FetchCatalogError) throw error;
    if (options.signal?.aborted) throw new FetchCatalogError(`${address.host} was not asked to the end.`);
    throw new FetchCatalogError(
      timeout.aborted
        ? `${address.host} did not answer in full within ${timeoutMs / 1000} s.`
        : `${address.host} could not be read: ${reasonOfFetch(error)}.`,
    );
  }
}

interface Reading {
  readonly fetch: GatewayWorld['fetch'];
  readonly key: string | undefined;
  readonly accept: string;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

async function follow(first: URL, { fetch, key, accept, maxBytes, signal }: Reading): Promise<string> {
  let address = first;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const headers: Record<string, string> = { accept };
    if (key !== undefined) headers.authorization = `Bearer ${key}`;
    const answer = await fetch(address, { headers, redirect: 'manual', credentials: 'omit', signal });
    // Browsers do not say where a redirect leads.
    if (answer.type === 'opaqueredirect')
      throw new FetchCatalogError(`${first.host} redirects; give the address that it leads to.`);
    if (answer.status < 300 || answer.status > 399) return bodyOf(answer, first, maxBytes);
    await answer.body?.cancel();
    address = nextAddress(answer.headers.get('location'), address, first);
  }
  throw new FetchCatalogError(`${first.host} redirects more than ${MOST_REDIRECTS} times.`);
}

function nextAddress(location: string | null, from: URL, first: URL): URL {
  const next = location === null || !URL.canParse(location, from) ? null : new URL(location, from);
  if (next === null) throw new FetchCatalogError(`${first.host} redirects to no address.`);
  if (next.origin !== first.origin) {
    throw new FetchCatalogError(
      `${first.host} redirects to ${shownOrigin(next)}, which was not allowed. Give that address if you trust it.`,
    );
  }
  return next;
}

/** Other schemes have no origin; of these the scheme says enough. */
const shownOrigin = ({ origin, protocol }: URL): string => (origin === 'null' ? `${protocol}…` : origin);

const MEANINGS: Readonly<Record<number, string>> = {
  401: 'it wants a key, or another one',
  403: 'the key may not read the catalog, or it wants one',
  404: 'there is no catalog at that path',
  429: 'it was asked too often; try again later',
};

function meaningOf(status: number): string {
  return MEANINGS[status] ?? (status >= 500 ? 'it has trouble of its own; try again later' : 'it refused');
}

async function bodyOf(answer: Response, { host }: URL, maxBytes: number): Promise<string> {
  if (!answer.ok) {
    await answer.body?.cancel();
    throw new FetchCatalogError(
      `${host} answered with HTTP status ${answer.status}: ${meaningOf(answer.status)}.`,
    );
  }
  const tooLarge = `The answer of ${host} is larger than ${Math.round(maxBytes / 1024 / 1024)} MB.`;
  if (Number(answer.headers.get('content-length') ?? 0) > maxBytes) {
    await answer.body?.cancel();
    throw new FetchCatalogError(tooLarge);
  }
  const reader = answer.body?.getReader();
  const decode = strictDecoder(host);
  let text = '';
  let bytes = 0;
  for (;;) {
    const chunk = await reader?.read();
    if (chunk === undefined || chunk.done) return text + decode();
    bytes += chunk.value.byteLength;
    if (bytes > maxBytes) {
      await reader?.cancel();
      throw new FetchCatalogError(tooLarge);
    }
    text += decode(chunk.value);
  }
}

/** Guessed characters would become labels that nobody has. */
function strictDecoder(host: string): (chunk?: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (chunk) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new FetchCatalogError(`The answer of ${host} is not text in UTF-8.`);
    }
  };
}
