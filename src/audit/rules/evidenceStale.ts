// evidence-stale: the last smoke test that a production route passed is too long ago.
import { daysBetween } from '../../catalog/days.ts';
import type { Rule } from '../rule.ts';
import { days } from '../wording.ts';
import { DEFAULT_MAX_AGE_DAYS, evidenceOf } from './routeEvidence.ts';

export const evidenceStale: Rule<'contracts'> = {
  scope: 'contracts',
  meta: {
    id: 'evidence-stale',
    severity: 'warning',
    summary: 'The last smoke test that a production route passed is older than the team allows.',
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    const allowed = context.config.smoke?.maxAgeDays ?? DEFAULT_MAX_AGE_DAYS;
    for (const contract of context.contracts) {
      if (contract.contract.environment !== 'production') continue;
      const { passed, failed } = evidenceOf(contract, context);
      const [last] = passed;
      if (last === undefined) continue;
      const age = daysBetween(last.day, context.asOf);
      const since = failed.find(({ day }) => day > last.day);
      const at = { file: context.configFile, ...context.place(['routes', contract.name]), fix: null };
      if (since !== undefined) {
        const message = `The last smoke test of ${contract.name} failed on ${since.day} (${since.file}), after it passed on ${last.day}. Fix the route and run it again.`;
        yield { ...at, message };
      } else if (age > allowed) {
        const message = `The last smoke test that ${contract.name} passed is ${days(age)} old; ${days(allowed)} are allowed. Run veo-audit smoke ${contract.name}.`;
        yield { ...at, message };
      }
    }
  },
};
