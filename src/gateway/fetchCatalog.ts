// Fetches a gateway's catalog from an address that the user has allowed, and from no other host.
import { reasonOfFetch } from './fetchReasons.ts';

/** No catalog came. The message is one sentence for people, without secrets. */
export class FetchCatalogError extends Error {}

export interface FetchOptions {
  /** Sent as a bearer token, to the host of the address only. */
  readonly key?: string | undefined;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

const DEFAULTS = { timeoutMs: 20_000, maxBytes: 20 * 1024 * 1024 };
const MOST_REDIRECTS = 3;

/**
 * The text at the address. Redirects are followed on the same origin only.
 * @throws FetchCatalogError where nothing whole and readable came in time.
 */
export async function fetchCatalog(address: URL, options: FetchOptions = {}): Promise<string> {
  const { timeoutMs, maxBytes } = { ...DEFAULTS, ...options };
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    return await follow(address, { ...options, maxBytes, signal });
  } catch (error) {
    if (error instanceof FetchCatalogError) throw error;
    const seconds = timeoutMs / 1000;
    throw new FetchCatalogError(
      signal.aborted
        ? `${hostOf(address)} did not answer within ${seconds} s.`
        : `${hostOf(address)} could not be read: ${reasonOfFetch(error)}.`,
    );
  }
}

interface Reading {
  readonly key?: string | undefined;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

async function follow(first: URL, reading: Reading): Promise<string> {
  let address = first;
  for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (reading.key !== undefined) headers.authorization = `Bearer ${reading.key}`;
    const answer = await fetch(address, { headers, redirect: 'manual', signal: reading.signal });
    if (answer.status < 300 || answer.status > 399) return bodyOf(answer, first, reading);
    await answer.body?.cancel();
    address = nextAddress(answer.headers.get('location'), address, first);
  }
  throw new FetchCatalogError(`${hostOf(first)} redirects more than ${MOST_REDIRECTS} times.`);
}

function nextAddress(location: string | null, from: URL, first: URL): URL {
  const next = location === null || !URL.canParse(location, from) ? null : new URL(location, from);
  if (next === null) throw new FetchCatalogError(`${hostOf(first)} redirects to no address.`);
  if (next.origin !== first.origin) {
    throw new FetchCatalogError(
      `${hostOf(first)} redirects to ${next.origin}, another host, which was not allowed. Give that address if you trust it.`,
    );
  }
  return next;
}

async function bodyOf(answer: Response, address: URL, { maxBytes }: Reading): Promise<string> {
  if (!answer.ok) {
    await answer.body?.cancel();
    const key = answer.status === 401 || answer.status === 403 ? ' (does it need a key? See --help)' : '';
    throw new FetchCatalogError(`${hostOf(address)} answered with HTTP status ${answer.status}${key}.`);
  }
  const tooLarge = (): never => {
    throw new FetchCatalogError(
      `The answer of ${hostOf(address)} is larger than ${Math.round(maxBytes / 1024 / 1024)} MB.`,
    );
  };
  if (Number(answer.headers.get('content-length') ?? 0) > maxBytes) {
    await answer.body?.cancel();
    tooLarge();
  }
  const decoder = new TextDecoder();
  const reader = answer.body?.getReader();
  let text = '';
  let bytes = 0;
  for (;;) {
    const chunk = await reader?.read();
    if (chunk === undefined || chunk.done) return text + decoder.decode();
    bytes += chunk.value.byteLength;
    if (bytes > maxBytes) {
      await reader?.cancel();
      tooLarge();
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
}

/** Host and port: a query or a user name may hold a secret. */
const hostOf = (address: URL): string => address.host;
