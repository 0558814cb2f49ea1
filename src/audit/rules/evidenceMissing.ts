// evidence-missing: a production route that no real smoke test has passed.
import type { Rule } from '../rule.ts';
import { evidenceOf, type RouteEvidence } from './routeEvidence.ts';

export const evidenceMissing: Rule<'contracts'> = {
  scope: 'contracts',
  meta: {
    id: 'evidence-missing',
    severity: 'warning',
    summary: 'No real smoke test of a production route has passed.',
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    for (const contract of context.contracts) {
      if (contract.contract.environment !== 'production') continue;
      const evidence = evidenceOf(contract, context);
      if (evidence.passed.length > 0) continue;
      yield {
        file: context.configFile,
        ...context.place(['routes', contract.name]),
        message: `${contract.name} is a production route, but no smoke test of it has passed${instead(evidence)}. Run veo-audit smoke ${contract.name}.`,
        fix: null,
      };
    }
  },
};

/** What is there instead of a proof. */
export function instead({ failed, simulated, otherModel }: RouteEvidence): string {
  const [other] = otherModel;
  const [last] = failed;
  const [stand] = simulated;
  if (other !== undefined) return `: the one of ${other.day} was for ${other.model}`;
  if (last !== undefined) return `: the one of ${last.day} failed (${last.file})`;
  return stand === undefined ? '' : `: the one of ${stand.day} was simulated, which proves nothing`;
}
