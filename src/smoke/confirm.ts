// Before anything is paid for: the free preflight, the price against the ceiling, and a yes.
import { inSentence } from '../audit/wording.ts';
import type { CostAnswer } from '../cost/types.ts';
import { exchange, type Failure } from './exchange.ts';
import type { FailureId } from './failures.ts';
import { hostOf } from './keys.ts';
import { checkByCatalog, refusalOf } from './preflight.ts';
import type { PreflightCheck, Run } from './run.ts';
import type { Session } from './session.ts';
import { targetOf } from './target.ts';

/** Asks everything that is free to ask, the surface last. False when the run ended because of it. */
export async function preflight(session: Session): Promise<boolean> {
  const { plan } = session.run();
  const estimate = estimateOf(session);
  const byCatalog =
    plan.kind === 'smoke' ? checkByCatalog(session.world.catalog, plan.route, plan.request, plan.asOf) : [];
  const objection = objectionOf(session, byCatalog, estimate);
  const look = objection === null && plan.kind === 'smoke' ? await askSurface(session) : null;
  const checks = look === null ? byCatalog : [...byCatalog, look.check];
  await session.record({ type: 'preflight', checks, estimate });
  if (session.cancelled()) return false;
  const against = objection ?? look?.objection ?? null;
  if (against === null) return true;
  await session.fail(against.failure, against.message);
  return false;
}

interface Objection {
  readonly failure: FailureId;
  readonly message: string;
}

/** What speaks against the run before anybody is asked. */
function objectionOf(
  session: Session,
  checks: readonly PreflightCheck[],
  estimate: CostAnswer,
): Objection | null {
  const refused = refusalOf(checks);
  if (refused) {
    const dead = refused.name === 'lifecycle' || refused.name === 'endpoint family';
    return {
      failure: dead ? 'dead-id' : 'unsupported-request',
      message: `${refused.name}: ${refused.message}.`,
    };
  }
  const { plan } = session.run();
  if (!hasKey(session)) {
    const host = hostOf(plan.route.baseUrl) ?? 'the base URL, which must be https or on this machine';
    return { failure: 'no-key', message: `There is no key for ${host}.` };
  }
  const most = plan.simulated ? 0 : mostOf(estimate);
  const { ceilingUsd } = session.world.budget;
  return most !== null && ceilingUsd !== null && most > ceilingUsd ? overCeiling(session, most) : null;
}

/** Names route, request and the most it can cost, and asks. The run ends here unless the answer is yes. */
export async function confirmRun(session: Session): Promise<void> {
  const { clock, budget, confirm } = session.world;
  const { plan, estimate, preflight: checks } = session.run();
  const mostUsd = plan.simulated ? 0 : mostOf(estimate);
  const ceiling = budget.ceilingUsd;
  const answer = estimate ?? { known: false, reason: 'not asked' };
  const warnings = checks.filter(({ verdict }) => verdict === 'warning').map(({ message }) => message);
  if (!(await confirm({ plan, estimate: answer, mostUsd, ceilingUsd: ceiling, warnings }))) {
    if (session.cancelled()) return session.fail('cancelled-early', 'Cancelled before it was confirmed.');
    const unknown = answer.known ? '' : ` What it costs is not known: ${answer.reason}.`;
    return session.fail('not-confirmed', `The run was not confirmed.${mostUsd === null ? unknown : ''}`);
  }
  if (!budget.reserve(mostUsd ?? 0)) {
    const { failure, message } = overCeiling(session, mostUsd ?? 0);
    return session.fail(failure, message);
  }
  await session.record({
    type: 'confirmed',
    mostUsd,
    ceilingUsd: ceiling,
    deadlineAt: clock.now() + plan.deadlineMs,
  });
}

function overCeiling(session: Session, mostUsd: number): Objection {
  const ceiling = session.world.budget.ceilingUsd;
  const message = `It may cost $${mostUsd.toFixed(2)}, which passes the ceiling of $${ceiling?.toFixed(2)} for all runs together.`;
  return { failure: 'over-ceiling', message };
}

/** Failures of the free question that decide the run: the paid request would meet them, too. */
const DECIDING: ReadonlySet<FailureId> = new Set([
  'retired-id',
  'unauthenticated',
  'forbidden',
  'unreachable',
  'redirected',
  'no-token',
]);
/** Failures that a second try cannot change. */
const FINAL: ReadonlySet<FailureId> = new Set([
  'retired-id',
  'not-found',
  'unauthenticated',
  'forbidden',
  'bad-request',
  'redirected',
  'no-token',
]);
const QUICK_RETRY_MS = 2_000;

interface Look {
  readonly check: PreflightCheck;
  readonly objection: Objection | null;
}

/** Asks the surface itself for the model, which is free. One quick second try, no more. */
async function askSurface(session: Session): Promise<Look> {
  const { route } = session.run().plan;
  const wire = session.family.look(route);
  const ask = () => exchange(session, 'look', wire, session.signal);
  let result = await ask();
  if (!result.ok && !FINAL.has(result.failure) && !session.cancelled()) {
    await session.world.clock.sleep(QUICK_RETRY_MS, session.signal);
    result = await ask();
  }
  const surface = inSentence(session.world.catalog, route.surface);
  const name = `what ${surface} says of ${route.model}`;
  if (!result.ok) return refusedLook(session, name, result);
  const messages = {
    present: 'it is there',
    absent: `the list of ${surface} has no row ${route.model}`,
    unclear: `${surface} does not tell whether it has ${route.model}`,
  };
  const presence = session.family.readLook(result.json, route);
  return {
    check: { name, verdict: presence === 'present' ? 'ok' : 'warning', message: messages[presence] },
    objection: null,
  };
}

/** On Google's own surfaces an unknown model is a dead one; a gateway's list may only be elsewhere. */
function refusedLook(session: Session, name: string, { failure, message }: Failure): Look {
  const google = session.family.credential === 'x-goog-api-key' || session.family.id === 'vertex-ai';
  const gone = failure === 'retired-id' || (google && failure === 'not-found');
  const objection =
    gone || DECIDING.has(failure) ? { failure: gone ? ('dead-id' as const) : failure, message } : null;
  return { check: { name, verdict: objection === null ? 'warning' : 'refused', message }, objection };
}

function hasKey(session: Session): boolean {
  const { route, request } = session.run().plan;
  return session.world.keys(session.family.submit(route, request).url) !== null;
}

function estimateOf(session: Session): CostAnswer {
  const { route, request, asOf } = session.run().plan;
  const { catalog, estimate } = session.world;
  // A gateway before Google is sent the ID with a prefix; Google's price is that of the ID alone.
  const onGoogle = catalog.surface(route.surface)?.kind === 'google';
  const { model, surface } = onGoogle ? targetOf(catalog, route.surface, route.model) : route;
  return estimate({
    model,
    surface,
    durationSeconds: request.durationSeconds,
    resolution: request.resolution,
    sampleCount: request.sampleCount,
    generateAudio: request.generateAudio,
    asOf,
  });
}

/** The most that a request can cost, US dollars; null where no price is known. */
function mostOf(estimate: Run['estimate']): number | null {
  return estimate?.known ? estimate.cost.usdPerRequest.max : null;
}
