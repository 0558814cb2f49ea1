// Which smoke tests speak of a contract's route, and what they prove.

import { daysBetween } from '../../catalog/days.ts';
import { type NamedContract, targetsOf } from '../../contracts/resolve.ts';
import { compareTexts } from '../../order.ts';
import type { EvidenceSummary } from '../evidenceSummary.ts';
import type { ContractContext } from '../rule.ts';

/** How many days a passing smoke test counts where the configuration says nothing. */
const DEFAULT_MAX_AGE_DAYS = 30;

/** The evidence of a contract, newest first. */
export interface RouteEvidence {
  /** Real runs that passed, for the model that the route sends today. */
  readonly passed: readonly EvidenceSummary[];
  /** Real runs that were sent and did not pass. */
  readonly failed: readonly EvidenceSummary[];
  readonly simulated: readonly EvidenceSummary[];
  /** Real runs of the route that passed with another model. */
  readonly otherModel: readonly EvidenceSummary[];
}

/** What is proved of a contract up to the day. */
export function evidenceOf(contract: NamedContract, context: ContractContext): RouteEvidence {
  const targets = targetsOf(contract, context);
  const models = new Set([
    ...targets.flatMap(({ model, canonical }) => [model, canonical ?? model]),
    ...labelsOf(contract),
  ]);
  const isSame = ({ model }: EvidenceSummary): boolean => models.size === 0 || models.has(model);
  const about = context.evidence
    .filter(
      ({ kind, day, route, model, surface }) =>
        kind === 'smoke' &&
        day <= context.asOf &&
        (route === contract.name ||
          targets.some(
            (target) => target.surface === surface && (target.model === model || target.canonical === model),
          )),
    )
    .toSorted((a, b) => compareTexts(b.day, a.day));
  const real = about.filter(({ simulated }) => !simulated);
  return {
    passed: real.filter((one) => one.passed && isSame(one)),
    failed: real.filter((one) => one.asked && !one.passed && isSame(one)),
    simulated: about.filter(({ simulated }) => simulated),
    otherModel: real.filter((one) => one.passed && !isSame(one)),
  };
}

/** What real smoke tests say of a route on a day: only `passed` is a proof. */
type ProofState = 'passed' | 'stale' | 'failed' | 'other-model' | 'simulated';

/** How far a route is proved, and the smoke test that says so. */
export type RouteProof =
  | { readonly state: ProofState; readonly by: EvidenceSummary }
  | { readonly state: 'none' };

/** What some evidence comes to: the newest real run counts, as long as the configuration allows. */
export function proofOf(
  { passed, failed, otherModel, simulated }: RouteEvidence,
  { config, asOf }: Pick<ContractContext, 'config' | 'asOf'>,
): RouteProof {
  const [last] = passed;
  const since = failed.find(({ day }) => last === undefined || day > last.day);
  if (since !== undefined) return { state: 'failed', by: since };
  if (last !== undefined) {
    const isStale = daysBetween(last.day, asOf) > allowedDays(config);
    return { state: isStale ? 'stale' : 'passed', by: last };
  }
  const [other] = otherModel;
  if (other !== undefined) return { state: 'other-model', by: other };
  const [stand] = simulated;
  return stand === undefined ? { state: 'none' } : { state: 'simulated', by: stand };
}

/** How many days a passing smoke test counts. */
export const allowedDays = ({ smoke }: ContractContext['config']): number =>
  smoke?.maxAgeDays ?? DEFAULT_MAX_AGE_DAYS;

/** What callers of the contract's gateway send: the names of its entries. */
function labelsOf({ contract, routes }: NamedContract): readonly string[] {
  if (contract.gateway === undefined) return [];
  return routes.flatMap(({ route }) => ('entry' in route && route.name !== null ? [route.name] : []));
}
