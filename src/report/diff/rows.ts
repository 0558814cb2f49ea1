// The lines of a comparison that the formats for people share.
import { formatUsdRange } from '../../cost/format.ts';
import type { UsdRange } from '../../cost/types.ts';
import { changesOf, costOf } from './changes.ts';
import type { BeforeAfter, ReportDiff } from './compare.ts';

/** A line: added, removed or changed, where, and what. */
export interface DiffRow {
  readonly sign: '+' | '-' | '~';
  readonly where: string;
  readonly what: string;
}

/** The routes that are added, removed and changed. */
export function routeRowsOf({ routes }: ReportDiff): readonly DiffRow[] {
  const at = ({ file, line }: { readonly file: string; readonly line: number }): string => `${file}:${line}`;
  const whole = (route: ReportDiff['routes']['added'][number]): string =>
    `${route.model ?? 'a model that is not known'} on ${route.surface}, ${route.status}, ${costOf(route)} per request`;
  return [
    ...routes.added.map((route) => ({ sign: '+', where: at(route), what: whole(route) }) as const),
    ...routes.removed.map((route) => ({ sign: '-', where: at(route), what: whole(route) }) as const),
    ...routes.changed.map(
      (pair) => ({ sign: '~', where: at(pair.after), what: changesOf(pair).join('; ') }) as const,
    ),
  ];
}

/** The findings that are new and resolved. */
export function findingRowsOf({ findings }: ReportDiff): readonly DiffRow[] {
  const row =
    (sign: '+' | '-') =>
    (finding: ReportDiff['findings']['added'][number]): DiffRow => ({
      sign,
      where: `${finding.file}:${finding.line}`,
      what: `${finding.severity} ${finding.rule}: ${finding.message}`,
    });
  return [...findings.added.map(row('+')), ...findings.resolved.map(row('-'))];
}

/** The contracts that are added, removed and changed. */
export function contractRowsOf({ contracts }: ReportDiff): readonly DiffRow[] {
  const month = ({ usdPerMonth }: ReportDiff['contracts']['added'][number]): string =>
    usdPerMonth === null ? 'cost per month not known' : `${formatUsdRange(usdPerMonth)} per month`;
  return [
    ...contracts.added.map((one) => ({ sign: '+', where: one.name, what: month(one) }) as const),
    ...contracts.removed.map((one) => ({ sign: '-', where: one.name, what: month(one) }) as const),
    ...contracts.changed.map(
      ({ before, after }) =>
        ({ sign: '~', where: after.name, what: `${month(before)} → ${month(after)}` }) as const,
    ),
  ];
}

/** The sums: what one request of each route costs, and a month by the contracts. */
export function sumLines({ usdPerRequest, usdPerMonth }: ReportDiff): readonly string[] {
  return [
    `One request of each route: ${change(usdPerRequest)}`,
    ...(usdPerMonth === null ? [] : [`A month by the contracts: ${change(usdPerMonth)}`]),
  ];
}

const change = ({ before, after }: BeforeAfter<UsdRange>): string =>
  `${formatUsdRange(before)} → ${formatUsdRange(after)}`;
