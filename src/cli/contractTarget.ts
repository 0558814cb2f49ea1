// What a contract's smoke test sends where: what the contract says, otherwise what its routes in the workspace agree on.

import { type FoundRoute, routesOfContract } from '../contracts/match.ts';
import { ownOf } from '../contracts/own.ts';
import type { Config, RouteContract } from '../contracts/schema.ts';
import { GATEWAY_FAMILY } from '../smoke/gatewayFamily.ts';
import type { FamilyId } from '../smoke/types.ts';
import { UsageError } from './context.ts';

export interface ContractTarget {
  readonly model: string;
  readonly surface: string;
  /** How the contract's gateway is asked; undefined where the surface says it. */
  readonly family: FamilyId | undefined;
}

/** Whether a contract leaves open what is sent where, so that the workspace has to be looked at. */
export function isOpen({ model, surface }: RouteContract): boolean {
  return model === undefined || surface === undefined;
}

/**
 * What is sent where. A gateway's callers send the name of its entry; a simulation, which knows no names, the model.
 * @throws UsageError where neither the contract nor its routes say it, or they differ.
 */
export function contractTarget(
  name: string,
  contract: RouteContract,
  config: Config,
  found: readonly FoundRoute[],
  simulated: boolean,
): ContractTarget {
  const routes = routesOfContract(name, contract, found).map(({ route }) => route);
  const gateway = contract.gateway === undefined ? undefined : ownOf(config.gateways, contract.gateway);
  const byName = gateway !== undefined && !simulated;
  const sent = routes.map((route) =>
    byName && 'entry' in route && route.name !== null ? route.name : route.model,
  );
  const surfaces = routes.flatMap(({ surface }) => (surface === 'unknown' ? [] : [surface]));
  const ofGateway = surfaces.length > 0 ? undefined : (gateway?.surface ?? gateway?.kind);
  return {
    model: contract.model ?? agreed(name, 'model', sent),
    surface: contract.surface ?? ofGateway ?? agreed(name, 'surface', surfaces),
    family: gateway === undefined ? undefined : GATEWAY_FAMILY[gateway.kind],
  };
}

function agreed(name: string, what: 'model' | 'surface', values: readonly (string | null)[]): string {
  const known = [...new Set(values.filter((value) => value !== null))];
  const [only] = known;
  if (known.length === 1 && only !== undefined) return only;
  const seen =
    known.length === 0 ? 'no route of this folder does' : `its routes differ (${known.join(', ')})`;
  throw new UsageError(`The contract ${name} does not say its ${what}, and ${seen}; a smoke test needs it.`);
}
