// The reports that were merged, the most errors first.
import type { TemplateResult } from 'lit';
import { t } from '../../words/words.ts';
import { money, numberOf, stateMark, table } from '../parts.ts';
import { matches, type View } from '../view.ts';

/** The section on merged reports. */
export function reportSection(view: View): TemplateResult {
  const reports = view.data.reports
    .filter(({ name, owners }) => matches(view, [name, ...owners]))
    .toSorted((a, b) => b.errors - a.errors || b.warnings - a.warnings);
  return table(
    t('Reports, the most errors first'),
    [
      { head: t('Report'), look: 'short', cell: ({ name }) => name },
      { head: t('Owners'), cell: ({ owners }) => owners.join(', ') },
      { head: t('Errors'), look: 'number', cell: ({ errors }) => figure(errors, 'error') },
      { head: t('Warnings'), look: 'number', cell: ({ warnings }) => figure(warnings, 'warning') },
      { head: t('Routes'), look: 'number', cell: ({ routes }) => numberOf(routes) },
      { head: t('One request of each'), look: 'number', cell: ({ usdPerRequest }) => money(usdPerRequest) },
      { head: t('Cost per month'), look: 'number', cell: ({ usdPerMonth }) => money(usdPerMonth) },
      { head: t('As of'), look: 'short', cell: ({ asOf }) => asOf },
    ],
    reports,
  );
}

const figure = (count: number, state: string): TemplateResult =>
  stateMark(count > 0 ? state : 'pass', numberOf(count));
