// output-not-persisted: the surface deletes finished videos, and the contract names no storage.
import { sourceWords } from '../../catalog/sources.ts';
import { type ContractRule, type ContractTarget, targetsOf } from '../contracts.ts';
import { days, surfaceName } from '../wording.ts';

export const outputNotPersisted: ContractRule = {
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
        message: `${surfaceName(context.catalog, first.target.surface)} deletes videos ${days(first.count)} after they are made, and the contract of ${contract.name} names no storage: copy them and say where (source: ${sourceWords(context.catalog, first.row.sources)}, checked ${first.row.checkedOn}).`,
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
