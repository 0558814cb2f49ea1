// stale-catalog: the facts were last checked too long ago to speak of today.
import { daysBetween } from '../../catalog/days.ts';
import type { Rule } from '../rule.ts';
import { days } from '../wording.ts';

/** Google gave 15 and 33 days' notice in 2026: facts older than this may have missed a shutdown. */
export const STALE_AFTER_DAYS = 30;

export const staleCatalog: Rule<'document'> = {
  scope: 'document',
  meta: {
    id: 'stale-catalog',
    severity: 'info',
    summary: 'The bundled facts are older than the notice that Google gives before a shutdown.',
    fixable: false,
    deprecates: false,
    oncePerRun: true,
    anywhere: true,
  },
  *check({ catalog, references, asOf }) {
    const [first] = references;
    const age = daysBetween(catalog.checkedOn, asOf);
    if (first === undefined || age <= STALE_AFTER_DAYS) return;
    yield {
      start: first.start,
      end: first.end,
      message: `The bundled facts were last checked on ${catalog.checkedOn}, ${days(age)} before ${asOf}. Update Veo Route Audit.`,
      fix: null,
    };
  },
};
