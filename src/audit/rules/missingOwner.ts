// missing-owner: a production route for which nobody answers.
import type { Rule } from '../rule.ts';

export const missingOwner: Rule<'contracts'> = {
  scope: 'contracts',
  meta: {
    id: 'missing-owner',
    severity: 'info',
    summary: 'The contract of a production route names no owner.',
    fixable: false,
    deprecates: false,
  },
  *check({ contracts, configFile, place }) {
    for (const { name, contract } of contracts) {
      if (contract.environment !== 'production' || contract.owner !== undefined) continue;
      yield {
        file: configFile,
        ...place(['routes', name]),
        message: `The production route ${name} has no owner. Add owner: who answers for it and for its cost.`,
        fix: null,
      };
    }
  },
};
