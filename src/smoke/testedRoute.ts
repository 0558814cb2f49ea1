// What a smoke test sends where: the answer that the audit has, with the protocol that is spoken there.
import type { SurfaceId } from '../catalog/types.ts';
import { settingsOf, type Team } from '../contracts/gateways.ts';
import { askedSurface, modelSent, type ResolvedRoute } from '../contracts/resolve.ts';
import type { GatewayConfig } from '../contracts/schema.ts';
import type { FamilyId } from './types.ts';

/** The endpoint family of each kind of gateway. */
const GATEWAY_FAMILY: Readonly<Record<GatewayConfig['kind'], FamilyId>> = {
  'new-api': 'new-api',
  litellm: 'openai-videos',
  openrouter: 'openrouter',
  portkey: 'openai-videos',
};

export interface TestedRoute {
  /** Null where nobody says it. */
  readonly model: string | null;
  /** `unknown` where nothing shows it. */
  readonly surface: SurfaceId;
  /** The gateway that it goes through; undefined where it asks the surface itself, whose protocol is spoken then. */
  readonly gateway: GatewayConfig | undefined;
  readonly family: FamilyId | undefined;
}

/** A simulation knows no names of a gateway's entries: it is asked for the model. */
export function testedRoute(resolved: ResolvedRoute, team: Team, simulated: boolean): TestedRoute {
  const gateway = settingsOf(resolved.gateway, team);
  const named = simulated || gateway === undefined ? { ...resolved, gateway: undefined } : resolved;
  return {
    model: modelSent(named, team),
    surface: askedSurface(resolved, team),
    gateway,
    family: gateway === undefined ? undefined : GATEWAY_FAMILY[gateway.kind],
  };
}
