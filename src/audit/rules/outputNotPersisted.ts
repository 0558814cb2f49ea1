// output-not-persisted: the surface deletes finished videos, and the contract names no storage.

import { type ContractTarget, targetsOf } from '../../contracts/resolve.ts';
import type { Rule } from '../rule.ts';
import { capital, days, inSentence } from '../wording.ts';

export const outputNotPersisted: Rule<'contracts'> = {
  scope: 'contracts',
  meta: {
    id: 'output-not-persisted',
    severity: 'warning',
    summary: 'The surface deletes finished videos after some days, and the route declares no storage.',
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    for (const contract of context.contracts) {
      if (contract.contract.storage !== undefined) continue;
      const kept = targetsOf(contract, context).flatMap((target) => {
        const row = context.catalog.constraint(
          target.surface,
          target.canonical ?? target.model,
          'retentionDays',
        );
        return typeof row?.value === 'number' && !storesItself(target)
          ? [{ target, row, count: row.value }]
          : [];
      });
      const [first] = kept;
      if (first === undefined) continue;
      yield {
        file: context.configFile,
        ...context.place(['routes', contract.name]),
        message: `${capital(inSentence(context.catalog, first.target.surface))} deletes videos after ${days(first.count)}, but the contract ${contract.name} names no storage. Copy them and say where.`,
        fix: null,
      };
    }
  },
};

/** Whether the request itself says where its video is to be written. */
function storesItself({ found }: ContractTarget): boolean {
  const others = found?.route.others ?? {};
  return ['storageUri', 'outputGcsUri'].some((name) => others[name] !== undefined && others[name] !== null);
}
