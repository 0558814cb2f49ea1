// Which routes a change proves by smoke tests, and which proofs it takes away.
import type { DiffEvidence, DiffSide } from './side.ts';

/** Why a proof of before counts no more. */
export type LostBecause =
  | 'route-gone'
  | 'record-gone'
  | 'other-model'
  | 'stale'
  | 'failed'
  | 'simulated'
  | 'unknown';

export interface LostEvidence {
  readonly before: DiffEvidence;
  /** What is left; null where that is nothing. */
  readonly after: DiffEvidence | null;
  readonly because: LostBecause;
}

export interface EvidenceChanges {
  /** Proofs that count after the change and did not before. */
  readonly gained: readonly DiffEvidence[];
  readonly lost: readonly LostEvidence[];
}

/** Compares what is proved on both sides; a newer proof of the same route is no change. */
export function compareEvidence(base: DiffSide, head: DiffSide): EvidenceChanges {
  const before = bySubject(base);
  const after = bySubject(head);
  return {
    gained: head.evidence.filter((one) => counts(one) && !counts(before.get(subjectOf(one)))),
    lost: base.evidence.flatMap((one) => {
      const left = after.get(subjectOf(one)) ?? null;
      if (!counts(one) || counts(left)) return [];
      return [{ before: one, after: left, because: reasonOf(one, left, head) }];
    }),
  };
}

const counts = (evidence: DiffEvidence | null | undefined): boolean => evidence?.state === 'passed';

const subjectOf = ({ route, model, surface }: DiffEvidence): string =>
  JSON.stringify(route ?? [model, surface]);

const bySubject = ({ evidence }: DiffSide): ReadonlyMap<string, DiffEvidence> =>
  new Map(evidence.map((one) => [subjectOf(one), one]));

const STATES: readonly LostBecause[] = ['other-model', 'stale', 'failed', 'simulated'];

function reasonOf(before: DiffEvidence, left: DiffEvidence | null, head: DiffSide): LostBecause {
  if (left !== null) return STATES.find((state) => state === left.state) ?? 'unknown';
  return isThere(before, head) ? 'record-gone' : 'route-gone';
}

/** Whether a side still has the contract or a route that was proved. */
function isThere({ route, model, surface }: DiffEvidence, { contracts, routes }: DiffSide): boolean {
  if (route !== null) return [...contracts, ...routes].some(({ name }) => name === route);
  return routes.some((one) => one.model === model && one.surface === surface);
}
