// What a merged report sums up: a row for each report, and all of them together.

import { sumOf } from '../../cost/money.ts';
import type { UsdRange } from '../../cost/types.ts';
import { countSeverities } from '../counts.ts';
import type { FindingCounts } from '../types.ts';
import type { MergeInput } from './input.ts';

/** One report in figures; costs are in US dollars, null where no cost is known. */
export interface ReportTotals {
  readonly name: string;
  readonly asOf: string;
  /** The owners that its contracts name. */
  readonly owners: readonly string[];
  readonly files: number;
  readonly routes: number;
  /** Routes without a known cost. */
  readonly unpriced: number;
  readonly findings: FindingCounts;
  readonly usdPerRequest: UsdRange | null;
  readonly usdPerMonth: UsdRange | null;
}

/** The figures of one report. Suppressed findings do not count. */
export function totalsOf({ name, report }: MergeInput): ReportTotals {
  const costs = report.routes.flatMap(({ cost }) => cost?.usdPerRequest ?? []);
  return {
    name,
    asOf: report.asOf,
    owners: [...new Set(report.contracts.flatMap(({ owner }) => owner ?? []))].toSorted(),
    files: report.summary.files,
    routes: report.routes.length,
    unpriced: report.routes.length - costs.length,
    findings: countSeverities(report.findings),
    usdPerRequest: sumOrNull(costs),
    usdPerMonth: sumOrNull(report.contracts.flatMap(({ usdPerMonth }) => usdPerMonth ?? [])),
  };
}

/** All reports together, under the given name, as of the latest of their days. */
export function grandTotals(name: string, rows: readonly ReportTotals[]): ReportTotals {
  const sum = (figure: (row: ReportTotals) => number): number =>
    rows.reduce((total, row) => total + figure(row), 0);
  return {
    name,
    asOf: rows.map(({ asOf }) => asOf).reduce((latest, day) => (day > latest ? day : latest), ''),
    owners: [...new Set(rows.flatMap(({ owners }) => owners))].toSorted(),
    files: sum(({ files }) => files),
    routes: sum(({ routes }) => routes),
    unpriced: sum(({ unpriced }) => unpriced),
    findings: {
      error: sum(({ findings }) => findings.error),
      warning: sum(({ findings }) => findings.warning),
      info: sum(({ findings }) => findings.info),
      hint: sum(({ findings }) => findings.hint),
    },
    usdPerRequest: sumOrNull(rows.flatMap(({ usdPerRequest }) => usdPerRequest ?? [])),
    usdPerMonth: sumOrNull(rows.flatMap(({ usdPerMonth }) => usdPerMonth ?? [])),
  };
}

const sumOrNull = (ranges: readonly UsdRange[]): UsdRange | null =>
  ranges.length === 0 ? null : sumOf(ranges);
