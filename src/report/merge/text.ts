// Merged reports for people in a terminal: a line for each report, the most errors first, then the sum.
import { formatUsdRange } from '../../cost/format.ts';
import type { UsdRange } from '../../cost/types.ts';
import { counted } from '../../outlets/counted.ts';
import { plainLine } from '../../outlets/plain.ts';
import { grandTotals, type ReportTotals } from './totals.ts';
import type { MergeFormat } from './types.ts';

export const mergedText: MergeFormat = () => ({
  add: () => '',
  end: (rows) => {
    const worst = rows.toSorted(
      (a, b) => b.findings.error - a.findings.error || b.findings.warning - a.findings.warning,
    );
    const cells = [HEAD, ...worst.map(row), row(grandTotals(counted(rows.length, 'report'), rows))];
    const widths = HEAD.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
    return cells
      .map((line) => line.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join('  '))
      .map((line) => `${line.trimEnd()}\n`)
      .join('');
  },
});

const HEAD = ['report', 'errors', 'warnings', 'routes', 'per request', 'per month', 'as of', 'owners'];
const FIGURES = [1, 2, 3, 4, 5];

const pad = (cell: string, width: number, column: number): string =>
  FIGURES.includes(column) ? cell.padStart(width) : cell.padEnd(width);

function row({ name, findings, routes, usdPerRequest, usdPerMonth, asOf, owners }: ReportTotals) {
  const figures = [findings.error, findings.warning, routes].map(String);
  return [name, ...figures, money(usdPerRequest), money(usdPerMonth), asOf, owners.join(', ')].map(plainLine);
}

const money = (range: UsdRange | null): string => (range === null ? 'not known' : formatUsdRange(range));
