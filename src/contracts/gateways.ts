// Which of the team's gateways a request goes through, and which surface that gateway is.
import type { Catalog } from '../catalog/catalog.ts';
import type { SurfaceId } from '../catalog/types.ts';
import { surfaceOfHost } from '../detect/surface.ts';
import { GATEWAY_KINDS } from './gatewayKinds.ts';
import type { FoundRoute } from './match.ts';
import { ownOf } from './own.ts';
import type { Config, GatewayConfig, RouteContract } from './schema.ts';

/** What a team has decided, with what is known. */
export interface Team {
  readonly config: Pick<Config, 'gateways'>;
  readonly catalog: Catalog;
}

/**
 * The surface that a gateway is: as declared, by its address (which is only compared, never asked), by a name that is a
 * surface's own, or by its software. The name of other software is a name and no more.
 */
export function surfaceOfGateway(name: string, settings: GatewayConfig, catalog: Catalog): SurfaceId {
  const { kind, surface, url } = settings;
  if (surface !== undefined) return surface;
  const known =
    url !== undefined && URL.canParse(url) ? surfaceOfHost(catalog, new URL(url).hostname)?.id : undefined;
  if (known !== undefined) return known;
  const isOtherSoftware = name !== kind && GATEWAY_KINDS.some((other) => other === name);
  return !isOtherSoftware && catalog.surface(name)?.kind === 'gateway' ? name : kind;
}

/**
 * The name of the gateway that a contract's request goes through: the one that the contract names, by itself or by its
 * surface; otherwise that of the route's surface, or of the software whose configuration the route stands in. Where two
 * would do, neither is guessed.
 */
export function gatewayOf(
  contract: Pick<RouteContract, 'gateway' | 'surface'>,
  found: FoundRoute | null,
  { config, catalog }: Team,
): string | undefined {
  if (contract.gateway !== undefined) return contract.gateway;
  const declared =
    contract.surface === undefined ? undefined : gatewayAt(contract.surface, { config, catalog });
  if (declared !== undefined || found === null) return declared;
  return gatewayAt(found.route.surface, { config, catalog }, found.format);
}

function gatewayAt(
  surface: SurfaceId,
  { config, catalog }: Team,
  format?: string | null,
): string | undefined {
  const gateways = Object.entries(config.gateways ?? {});
  const isCalled = (name: string): boolean => name === surface && catalog.surface(surface) === undefined;
  const same = gateways.filter(
    ([name, settings]) => isCalled(name) || surfaceOfGateway(name, settings, catalog) === surface,
  );
  const kin = same.length > 0 ? same : gateways.filter(([, { kind }]) => kind === surface || kind === format);
  return kin.length === 1 ? kin[0]?.[0] : undefined;
}

/** What the configuration says of a gateway; undefined where it is not declared. */
export const settingsOf = (name: string | undefined, { config }: Pick<Team, 'config'>) =>
  name === undefined ? undefined : ownOf(config.gateways, name);
