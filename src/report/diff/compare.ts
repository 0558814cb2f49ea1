// What changes between two reports: routes, findings, contracts, fallbacks, evidence and what they cost.
import { sumOf } from '../../cost/money.ts';
import type { UsdRange } from '../../cost/types.ts';
import { compareEvidence, type EvidenceChanges } from './evidence.ts';
import { pairRoutes, type RoutePair } from './pairs.ts';
import type { DiffContract, DiffFallback, DiffFinding, DiffRoute, DiffSide } from './side.ts';

export interface BeforeAfter<T> {
  readonly before: T;
  readonly after: T;
}

export interface ReportDiff {
  /** The day of the newer side, and that of the older one. */
  readonly asOf: string;
  readonly asOfBefore: string;
  /** The sides by the names that the user gave them. */
  readonly base: string;
  readonly head: string;
  readonly routes: {
    readonly added: readonly DiffRoute[];
    readonly removed: readonly DiffRoute[];
    readonly changed: readonly RoutePair[];
  };
  /** One request of each route whose cost is known. */
  readonly usdPerRequest: BeforeAfter<UsdRange>;
  /** The contracts that state a volume; null where none does on either side. */
  readonly usdPerMonth: BeforeAfter<UsdRange> | null;
  readonly findings: { readonly added: readonly DiffFinding[]; readonly resolved: readonly DiffFinding[] };
  readonly contracts: {
    readonly added: readonly DiffContract[];
    readonly removed: readonly DiffContract[];
    readonly changed: readonly BeforeAfter<DiffContract>[];
  };
  readonly fallbacks: { readonly added: readonly DiffFallback[]; readonly removed: readonly DiffFallback[] };
  readonly evidence: EvidenceChanges;
}

/** Two sides with their names. `renamed` gives the new path of a file that was renamed. */
export interface Comparison {
  readonly base: { readonly name: string; readonly side: DiffSide };
  readonly head: { readonly name: string; readonly side: DiffSide };
  readonly renamed: ReadonlyMap<string, string>;
}

/** Compares two sides. Moved lines and renamed files are no change. */
export function compareReports({ base, head, renamed }: Comparison): ReportDiff {
  const moved = <T extends { readonly file: string }>(one: T): T => ({
    ...one,
    file: renamed.get(one.file) ?? one.file,
  });
  const before = base.side.routes.map(moved);
  const after = head.side.routes;
  return {
    asOf: head.side.asOf,
    asOfBefore: base.side.asOf,
    base: base.name,
    head: head.name,
    routes: pairRoutes(before, after),
    usdPerRequest: { before: requestTotal(before), after: requestTotal(after) },
    usdPerMonth: monthTotals(base.side.contracts, head.side.contracts),
    findings: {
      added: beyond(shown(head.side), shown(base.side).map(moved), findingKey),
      resolved: beyond(shown(base.side).map(moved), shown(head.side), findingKey),
    },
    contracts: compareContracts(base.side.contracts, head.side.contracts),
    fallbacks: {
      added: beyond(head.side.fallbacks, base.side.fallbacks.map(moved), fallbackKey),
      removed: beyond(base.side.fallbacks.map(moved), head.side.fallbacks, fallbackKey),
    },
    evidence: compareEvidence(base.side, head.side),
  };
}

const requestTotal = (routes: readonly DiffRoute[]): UsdRange =>
  sumOf(routes.flatMap(({ cost }) => cost?.usdPerRequest ?? []));

function monthTotals(
  before: readonly DiffContract[],
  after: readonly DiffContract[],
): ReportDiff['usdPerMonth'] {
  const months = (contracts: readonly DiffContract[]) =>
    contracts.flatMap(({ usdPerMonth }) => usdPerMonth ?? []);
  if (months(before).length + months(after).length === 0) return null;
  return { before: sumOf(months(before)), after: sumOf(months(after)) };
}

const shown = ({ findings }: DiffSide): readonly DiffFinding[] =>
  findings.filter(({ suppressed }) => suppressed === false);

const findingKey = ({ file, rule, severity, message }: DiffFinding): string =>
  JSON.stringify([file, rule, severity, message]);

const fallbackKey = ({ file, from, to, on }: DiffFallback): string => JSON.stringify([file, from, to, on]);

/** What one list holds and another does not, wherever in its file it stands. */
function beyond<T>(all: readonly T[], known: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const left = new Map<string, number>();
  for (const one of known) left.set(keyOf(one), (left.get(keyOf(one)) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(keyOf(one)) ?? 0;
    left.set(keyOf(one), count - 1);
    return count <= 0;
  });
}

function compareContracts(
  before: readonly DiffContract[],
  after: readonly DiffContract[],
): ReportDiff['contracts'] {
  const inBase = new Map(before.map((contract) => [contract.name, contract]));
  const inHead = new Set(after.map(({ name }) => name));
  return {
    added: after.filter(({ name }) => !inBase.has(name)),
    removed: before.filter(({ name }) => !inHead.has(name)),
    changed: after.flatMap((contract) => {
      const old = inBase.get(contract.name);
      if (old === undefined || JSON.stringify(old) === JSON.stringify(contract)) return [];
      return { before: old, after: contract };
    }),
  };
}
