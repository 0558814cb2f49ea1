// What a smoke test sends where: the answer that the audit has, with the protocol that is spoken there.
import type { SurfaceId } from '../catalog/types.ts';
import { settingsOf, type Team } from '../contracts/gateways.ts';
import { askedSurface, modelSent, type ResolvedRoute } from '../contracts/resolve.ts';
import type { GatewayConfig } from '../contracts/schema.ts';
import { GATEWAY_FORMATS } from '../gateway/parse.ts';
import type { FamilyId, SmokeRoute } from './types.ts';

/** The endpoint family of each kind of gateway. */
const GATEWAY_FAMILY: Readonly<Record<GatewayConfig['kind'], FamilyId>> = {
  'new-api': 'new-api',
  litellm: 'openai-videos',
  openrouter: 'openrouter',
  portkey: 'openai-videos',
};

export interface TestedRoute {
  /** Null where none is given. */
  readonly model: string | null;
  /** `unknown` where nothing shows it. */
  readonly surface: SurfaceId;
  /** The address of the gateway in front; undefined where none is given. */
  readonly address: string | undefined;
  /** The protocol of that gateway; undefined where it asks the surface itself, whose protocol is spoken then. */
  readonly family: FamilyId | undefined;
}

/** A route that no contract speaks of. */
export const plainRoute = (
  route: Pick<SmokeRoute, 'model' | 'surface' | 'family' | 'baseUrl' | 'location'>,
): SmokeRoute => ({
  ...route,
  name: `${route.model} on ${route.surface}`,
  project: null,
  environment: null,
  owner: null,
  labels: {},
});

/** The `url` of a gateway is where its catalog is: requests go to what stands before the path of the catalog. */
function addressOf({ kind, url }: GatewayConfig): string | undefined {
  if (url === undefined) return undefined;
  const { path } = GATEWAY_FORMATS[kind];
  const address = withoutSlash(url.replace(/[?#].*/s, ''));
  return withoutSlash(path !== null && address.endsWith(path) ? address.slice(0, -path.length) : address);
}

/** An address as the paths of a family are put behind it. */
export const withoutSlash = (address: string): string => address.replace(/(?<!\/)\/+$/, '');

/** A simulation knows no names of a gateway's entries: it is asked for the model. */
export function testedRoute(resolved: ResolvedRoute, team: Team, simulated: boolean): TestedRoute {
  const gateway = settingsOf(resolved.gateway, team);
  const named = simulated || gateway === undefined ? { ...resolved, gateway: undefined } : resolved;
  return {
    model: modelSent(named, team),
    surface: askedSurface(resolved, team),
    address: gateway && addressOf(gateway),
    family: gateway === undefined ? undefined : GATEWAY_FAMILY[gateway.kind],
  };
}
