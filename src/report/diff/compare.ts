// What changes between two reports: routes, findings, contracts and what they cost.
import { sumOf } from '../../cost/money.ts';
import type { UsdRange } from '../../cost/types.ts';
import { pairRoutes, type RoutePair } from './pairs.ts';
import type { DiffContract, DiffFinding, DiffRoute, DiffSide } from './side.ts';

export interface BeforeAfter<T> {
  readonly before: T;
  readonly after: T;
}

export interface ReportDiff {
  readonly asOf: string;
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
    base: base.name,
    head: head.name,
    routes: pairRoutes(before, after),
    usdPerRequest: { before: requestTotal(before), after: requestTotal(after) },
    usdPerMonth: monthTotals(base.side.contracts, head.side.contracts),
    findings: {
      added: beyond(shown(head.side), shown(base.side).map(moved)),
      resolved: beyond(shown(base.side).map(moved), shown(head.side)),
    },
    contracts: compareContracts(base.side.contracts, head.side.contracts),
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

/** The findings of one list that another list does not hold, wherever in their file they stand. */
function beyond(all: readonly DiffFinding[], known: readonly DiffFinding[]): readonly DiffFinding[] {
  const key = ({ file, rule, severity, message }: DiffFinding): string =>
    JSON.stringify([file, rule, severity, message]);
  const left = new Map<string, number>();
  for (const finding of known) left.set(key(finding), (left.get(key(finding)) ?? 0) + 1);
  return all.filter((finding) => {
    const count = left.get(key(finding)) ?? 0;
    left.set(key(finding), count - 1);
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
