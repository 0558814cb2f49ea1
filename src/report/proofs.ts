// What smoke tests prove of the contracts and routes of a run.
import type { ContractContext } from '../audit/rule.ts';
import { evidenceOf, proofOf } from '../audit/rules/routeEvidence.ts';
import { grouped } from '../catalog/grouped.ts';
import { type NamedContract, targetsOf } from '../contracts/resolve.ts';
import type { DiffEvidence } from './diff/side.ts';

/** A row for every contract, and for every other route, of which a smoke test left evidence. */
export function proofsOf(context: ContractContext): readonly DiffEvidence[] {
  return [...context.contracts, ...looseRoutes(context)].flatMap((named) => {
    const proof = proofOf(evidenceOf(named, context), context);
    if (proof.state === 'none') return [];
    const [target] = targetsOf(named, context);
    return {
      route: named.name === '' ? null : named.name,
      model: target?.model ?? null,
      surface: target?.surface ?? null,
      state: proof.state,
      day: proof.by.day,
      tested: proof.by.model,
      record: proof.by.file,
    };
  });
}

/** The routes that no contract is for: by their name, otherwise by what they send where. */
function looseRoutes({ contracts, routes }: ContractContext): readonly NamedContract[] {
  const covered = new Set(contracts.flatMap((contract) => contract.routes));
  const names = new Set(contracts.map(({ name }) => name));
  const loose = routes.filter((found) => !covered.has(found) && !names.has(found.route.name ?? ''));
  const keyOf = ({ route: { name, model, surface } }: (typeof loose)[number]): string =>
    JSON.stringify(name ?? [model, surface]);
  return [...grouped(loose, keyOf).values()].map((same) => ({
    name: same[0].route.name ?? '',
    contract: {},
    routes: same,
  }));
}
