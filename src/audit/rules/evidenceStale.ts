// evidence-stale: the last smoke test that a production route passed is too long ago.
import { daysBetween } from '../../catalog/days.ts';
import type { Rule } from '../rule.ts';
import { days } from '../wording.ts';
import { allowedDays, evidenceOf, proofOf } from './routeEvidence.ts';

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
    for (const contract of context.contracts) {
      if (contract.contract.environment !== 'production') continue;
      const evidence = evidenceOf(contract, context);
      const [last] = evidence.passed;
      if (last === undefined) continue;
      const proof = proofOf(evidence, context);
      const at = { file: context.configFile, ...context.place(['routes', contract.name]), fix: null };
      if (proof.state === 'failed') {
        const message = `The last smoke test of ${contract.name} failed on ${proof.by.day} (${proof.by.file}), after it passed on ${last.day}. Fix the route and run it again.`;
        yield { ...at, message };
      } else if (proof.state === 'stale') {
        const age = daysBetween(last.day, context.asOf);
        const message = `The last smoke test that ${contract.name} passed is ${days(age)} old; ${days(allowedDays(context.config))} are allowed. Run veo-audit smoke ${contract.name}.`;
        yield { ...at, message };
      }
    }
  },
};
