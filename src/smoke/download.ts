// Fetches the finished videos and stores them at once. Keys stay with their host, whatever a redirect says.

import { isLoopback } from '../network/loopback.ts';
import type { VideoSource } from './endpoints/types.ts';
import { type ExchangeResult, exchange, persist } from './exchange.ts';
import { hostOf } from './keys.ts';
import type { Session } from './session.ts';

const MAX_REDIRECTS = 5;

/** Stores every video, then goes on to verify them. */
export async function download(session: Session, sources: readonly VideoSource[]): Promise<void> {
  for (const [index, source] of sources.entries()) {
    const bytes = source.kind === 'inline' ? decode(source.base64) : await fetchVideo(session, source.url);
    if (bytes === null) return;
    await session.record({
      type: 'stored',
      video: await session.world.store.save(session.run().plan.id, index, bytes),
    });
  }
  await session.record({ type: 'verifying' });
}

/** The bytes behind a URL; null when the run ended or was cancelled. */
async function fetchVideo(session: Session, url: string): Promise<Uint8Array | null> {
  const result = await persist(session, 'download', () => follow(session, url));
  if (session.cancelled() && !result.ok) return null;
  if (result.ok) return result.answer.body;
  await session.fail(result.failure, result.message);
  return null;
}

/** Follows redirects by hand: each hop gets the key of its own host, or none. */
async function follow(session: Session, url: string): Promise<ExchangeResult> {
  let target = url;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    // https anywhere, plain http on this machine only.
    if (hostOf(target) === null)
      return refused('the video has an address that is neither https nor on this machine');
    if (isLocal(target) && !isAtSamePort(target, session.run().plan.route.baseUrl))
      return refused('the video has an address of another program on this machine');
    const result = await exchange(
      session,
      'download',
      { method: 'GET', url: target, json: null },
      session.signal,
    );
    if (result.ok || result.failure !== 'redirected' || result.location === null) return result;
    const next = URL.canParse(result.location, target) ? new URL(result.location, target).href : null;
    if (next === null) return refused('the redirect names no address');
    target = next;
  }
  return refused(`more than ${MAX_REDIRECTS} redirects`);
}

/** Whether an address is on this machine, in any spelling that needs no name server. */
function isLocal(url: string): boolean {
  const { hostname } = new URL(url);
  return (
    isLoopback(hostname) ||
    /^(?:0\.0\.0\.0|\[::\]|\[::ffff:(?:7f|0:)[0-9a-f:]*\]|.*\.?localhost\.?)$/.test(hostname)
  );
}

/** A gateway on this machine may name itself in several ways, but has one port. */
function isAtSamePort(url: string, baseUrl: string): boolean {
  const [target, base] = [new URL(url), new URL(baseUrl)];
  return isLocal(baseUrl) && target.port === base.port && target.protocol === base.protocol;
}

function refused(message: string): ExchangeResult {
  return { ok: false, failure: 'redirected', message, hintMs: null, status: null, location: null };
}

function decode(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
