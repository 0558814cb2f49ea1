// What a contract's smoke test sends where: what its routes in the workspace agree on, otherwise what the contract says.
import type { Team } from '../contracts/gateways.ts';
import { type FoundRoute, routesOfContract } from '../contracts/match.ts';
import { resolveContract } from '../contracts/resolve.ts';
import type { RouteContract } from '../contracts/schema.ts';
import { type TestedRoute, testedRoute } from '../smoke/testedRoute.ts';
import type { FamilyId } from '../smoke/types.ts';
import { UsageError } from './context.ts';

export interface ContractTarget {
  readonly model: string;
  readonly surface: string;
  /** How the contract's gateway is asked; undefined where the surface says it. */
  readonly family: FamilyId | undefined;
}

/** @throws UsageError where neither the contract nor its routes say what is sent where, or they differ. */
export function contractTarget(
  name: string,
  contract: RouteContract,
  team: Team,
  found: readonly FoundRoute[],
  simulated: boolean,
): ContractTarget {
  const routes = routesOfContract(name, contract, found);
  const tested = resolveContract({ contract, routes }, team).map((one) => testedRoute(one, team, simulated));
  return {
    model: agreed(name, 'model', tested, contract.model),
    surface: agreed(name, 'surface', tested, contract.surface),
    family: tested.every(({ family }) => family === tested[0]?.family) ? tested[0]?.family : undefined,
  };
}

/** What all routes say; of several the one that the contract says. */
function agreed(
  name: string,
  what: 'model' | 'surface',
  tested: readonly TestedRoute[],
  promised: string | undefined,
): string {
  const known = [...new Set(tested.flatMap((one) => one[what] ?? []))].filter((value) => value !== 'unknown');
  const [only] = known;
  if (known.length === 1 && only !== undefined) return only;
  if (promised !== undefined && known.includes(promised)) return promised;
  const seen =
    known.length === 0 ? 'no route of this folder does' : `its routes differ (${known.join(', ')})`;
  throw new UsageError(`The contract ${name} does not say its ${what}, and ${seen}; a smoke test needs it.`);
}
