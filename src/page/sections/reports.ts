// The reports that were merged, the most errors first.
import type { TemplateResult } from 'lit';
import { money, stateMark, table } from '../parts.ts';
import { matches, type View } from '../view.ts';

/** The section on merged reports. */
export function reportSection(view: View): TemplateResult {
  const reports = view.data.reports
    .filter(({ name, owners }) => matches(view, [name, ...owners]))
    .toSorted((a, b) => b.errors - a.errors || b.warnings - a.warnings);
  return table(
    'Reports, the most errors first',
    [
      { head: 'Report', look: 'short', cell: ({ name }) => name },
      { head: 'Owners', cell: ({ owners }) => owners.join(', ') },
      { head: 'Errors', look: 'number', cell: ({ errors }) => figure(errors, 'error') },
      { head: 'Warnings', look: 'number', cell: ({ warnings }) => figure(warnings, 'warning') },
      { head: 'Routes', look: 'number', cell: ({ routes }) => routes.toLocaleString('en-US') },
      { head: 'One request of each', look: 'number', cell: ({ usdPerRequest }) => money(usdPerRequest) },
      { head: 'Cost per month', look: 'number', cell: ({ usdPerMonth }) => money(usdPerMonth) },
      { head: 'As of', look: 'short', cell: ({ asOf }) => asOf },
    ],
    reports,
  );
}

const figure = (count: number, state: string): TemplateResult =>
  stateMark(count > 0 ? state : 'pass', count.toLocaleString('en-US'));
