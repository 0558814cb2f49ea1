// The one billable request. It is announced in the journal before it leaves and is never repeated blindly.
import { inSentence } from '../audit/wording.ts';
import { clipped } from '../outlets/plain.ts';
import { exchange, type Failure, waitToRetry } from './exchange.ts';
import { FAILURES, type FailureId } from './failures.ts';
import { limitsOf } from './limits.ts';
import { findLostJob } from './lostJob.ts';
import type { Session } from './session.ts';

/** Refusals that prove that a route fails closed. */
const CLOSED: ReadonlySet<FailureId> = new Set(['bad-request', 'retired-id', 'not-found']);

/** Submits until the job is accepted, refused for good, or lost. */
export async function submit(session: Session): Promise<void> {
  const { world, family } = session;
  const { plan } = session.run();
  const { route } = plan;
  const limits = limitsOf(world.catalog, route.surface, route.model);
  for (let tried = 1; ; tried += 1) {
    if (world.clock.now() + world.limiter.waitMs(route.surface, limits) >= session.run().deadlineAt) {
      return session.fail(
        'out-of-time',
        `No turn for ${inSentence(world.catalog, route.surface)} came before the deadline.`,
      );
    }
    await world.limiter.turn(route.surface, limits, session.signal);
    if (session.cancelled()) return;
    await session.record({ type: 'submitting' });
    // Not cancellable: an aborted submit would be a lost answer, and so a job that nobody knows of.
    const result = await exchange(session, 'submit', family.submit(route, plan.request));
    world.limiter.saw(route.surface, result.ok ? result.answer.status : (result.status ?? 0));
    if (result.ok) return accept(session, family.readSubmit(result.json));
    if (result.failure === 'lost-answer') return findLostJob(session, result.message);
    await session.record({ type: 'refused' });
    if (plan.kind === 'controlled-failure' && CLOSED.has(result.failure)) return closed(session, result);
    if (session.cancelled()) return;
    if (!(await waitToRetry(session, 'submit', result, tried))) return giveUp(session, result);
    if (session.cancelled()) return;
  }
}

/** A success without a handle that can be asked for is a lost job, too. */
async function accept(session: Session, handle: string | null): Promise<void> {
  if (handle === null) {
    return findLostJob(session, 'The surface accepted the request, but its answer names no job');
  }
  const shown = JSON.stringify(clipped(handle, LONGEST_SHOWN));
  if (!isAskable(handle)) {
    return findLostJob(
      session,
      `The surface accepted the request as job ${shown}, which no address can hold`,
    );
  }
  const owner = await ownerOf(session, handle);
  if (owner !== null) {
    return findLostJob(
      session,
      `The surface accepted the request as job ${shown}, which is that of run ${owner}`,
    );
  }
  const deadlineAt = session.world.clock.now() + session.run().plan.deadlineMs;
  await session.record({ type: 'submitted', handle, deadlineAt });
}

function closed(session: Session, refusal: Failure): Promise<void> {
  const what = session.run().plan.simulated ? 'Refused' : 'Refused before any bill';
  return session.end('passed', { failure: null, message: `${what}: ${refusal.message}` });
}

/** Ends the run by a refusal; by the deadline where the class would have allowed another try. */
function giveUp(session: Session, refusal: Failure): Promise<void> {
  return session.fail(refusal.failure, `${refusal.message}${triedText(session, refusal)}`);
}

function triedText(session: Session, refusal: Failure): string {
  const { submitsSent } = session.run();
  return FAILURES[refusal.failure].retry.kind === 'never' || submitsSent < 2
    ? ''
    : ` (tried ${submitsSent} times)`;
}

/** What a message shows of a handle. Characters. */
const LONGEST_SHOWN = 200;

/** No surface has longer ones. */
const MAX_HANDLE = 4_096;

/** Whether a handle makes an address of its own: whole characters, and no step up from where jobs are. */
function isAskable(handle: string): boolean {
  return (
    handle.length <= MAX_HANDLE &&
    !/[\p{Cs}\p{Cc}]/u.test(handle) &&
    !/(?:^|[/\\])\.{1,2}(?:[/\\]|$)/.test(handle)
  );
}

/** The other run that has the job already: an answer that was repeated from a cache names somebody else's. */
async function ownerOf(session: Session, handle: string): Promise<string | null> {
  const { simulated, route } = session.run().plan;
  // What cannot be read here must not cost the handle.
  const others = (await session.world.otherRuns?.().catch(() => undefined)) ?? [];
  const owner = others.find(
    ({ plan, handle: theirs }) =>
      theirs === handle && plan.simulated === simulated && plan.route.baseUrl === route.baseUrl,
  );
  return owner?.plan.id ?? null;
}
