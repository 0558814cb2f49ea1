// Before anything is paid for: the free preflight, the price against the ceiling, and a yes.
import type { CostAnswer } from '../cost/types.ts';
import { exchange, persist } from './exchange.ts';
import { hostOf } from './keys.ts';
import { checkByCatalog, refusalOf } from './preflight.ts';
import type { PreflightCheck, Run } from './run.ts';
import type { Session } from './session.ts';

/** Asks everything that is free to ask. False when the run ended because of it. */
export async function preflight(session: Session): Promise<boolean> {
  const { plan } = session.run();
  const { catalog } = session.world;
  const estimate = estimateOf(session);
  const byCatalog =
    plan.kind === 'smoke'
      ? checkByCatalog(catalog, plan.route, plan.request, plan.asOf)
      : [{ name: 'controlled failure', verdict: 'ok' as const, message: plan.fault ?? '' }];
  const refused = refusalOf(byCatalog);
  if (refused) {
    await session.record({ type: 'preflight', checks: byCatalog, estimate });
    const dead = refused.name === 'lifecycle' || refused.name === 'endpoint family';
    await session.fail(dead ? 'dead-id' : 'unsupported-request', `${refused.name}: ${refused.message}.`);
    return false;
  }
  if (!hasKey(session)) {
    await session.record({ type: 'preflight', checks: byCatalog, estimate });
    await session.fail(
      'no-key',
      `There is no key for ${hostOf(plan.route.baseUrl) ?? 'the base URL, which must be https or loopback'}.`,
    );
    return false;
  }
  const look = plan.kind === 'smoke' ? await askSurface(session) : null;
  await session.record({
    type: 'preflight',
    checks: look === null ? byCatalog : [...byCatalog, look],
    estimate,
  });
  if (session.cancelled()) return false;
  if (look?.verdict !== 'refused') return true;
  await session.fail('dead-id', `${look.name}: ${look.message}`);
  return false;
}

/** Names route, request and the most it can cost, and asks. The run ends here unless the answer is yes. */
export async function confirmRun(session: Session): Promise<void> {
  const { clock, budget, confirm } = session.world;
  const { plan, estimate, preflight: checks } = session.run();
  const mostUsd = plan.simulated ? 0 : mostOf(estimate);
  const ceiling = budget.ceilingUsd;
  const answer = estimate ?? { known: false, reason: 'not asked' };
  if (mostUsd !== null && ceiling !== null && mostUsd > ceiling) return overCeiling(session, mostUsd);
  const warnings = checks.filter(({ verdict }) => verdict === 'warning').map(({ message }) => message);
  if (!(await confirm({ plan, estimate: answer, mostUsd, ceilingUsd: ceiling, warnings }))) {
    return session.fail('not-confirmed', 'The run was not confirmed.');
  }
  if (!budget.reserve(mostUsd ?? 0)) return overCeiling(session, mostUsd ?? 0);
  await session.record({
    type: 'confirmed',
    mostUsd,
    ceilingUsd: ceiling,
    deadlineAt: clock.now() + plan.deadlineMs,
  });
}

function overCeiling(session: Session, mostUsd: number): Promise<void> {
  const ceiling = session.world.budget.ceilingUsd;
  return session.fail(
    'over-ceiling',
    `It may cost $${mostUsd.toFixed(2)}, which passes the ceiling of $${ceiling?.toFixed(2)} for these runs.`,
  );
}

/** Asks the surface itself for the model, where it can be asked for nothing. */
async function askSurface(session: Session): Promise<PreflightCheck | null> {
  const { route } = session.run().plan;
  const wire = session.family.look(route);
  if (wire === null) return null;
  const name = `${route.surface} asked for ${route.model}`;
  const result = await persist(session, 'look', () => exchange(session, 'look', wire, session.signal));
  if (result.ok) {
    const presence = session.family.readLook(result.json, route);
    if (presence === 'present') return { name, verdict: 'ok', message: 'it is there' };
    const message = presence === 'absent' ? 'its list has no such row' : 'its answer does not tell';
    return { name, verdict: 'warning', message };
  }
  const google =
    session.family.id === 'gemini-api' ||
    session.family.id === 'vertex-ai' ||
    session.family.id === 'omni-interactions';
  const decided =
    ['retired-id', 'unauthenticated', 'forbidden'].includes(result.failure) ||
    (google && result.failure === 'not-found');
  return { name, verdict: decided ? 'refused' : 'warning', message: result.message };
}

function hasKey(session: Session): boolean {
  const { route, request } = session.run().plan;
  return session.world.keys(session.family.submit(route, request).url) !== null;
}

function estimateOf(session: Session): CostAnswer {
  const { route, request, asOf } = session.run().plan;
  return session.world.estimate({
    model: route.model,
    surface: route.surface,
    durationSeconds: request.durationSeconds,
    resolution: request.resolution,
    sampleCount: request.sampleCount,
    generateAudio: request.generateAudio,
    asOf,
  });
}

/** The most that a request can cost, US dollars; null where no price is known. */
export function mostOf(estimate: Run['estimate']): number | null {
  return estimate?.known ? estimate.cost.usdPerRequest.max : null;
}
