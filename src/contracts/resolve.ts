// The one answer to what a request sends where: for the audit, the checklist, the gateway check and smoke tests alike.
import type { Catalog } from '../catalog/catalog.ts';
import type { Day, SurfaceId } from '../catalog/types.ts';
import type { CostQuestion } from '../cost/types.ts';
import type { Parameter } from '../routes/types.ts';
import { gatewayOf, settingsOf, surfaceOfGateway, type Team } from './gateways.ts';
import { canonicalModel, type FoundRoute, routesOfContract } from './match.ts';
import type { Config, RouteContract } from './schema.ts';

/** A contract with its name and the routes it is for. */
export interface NamedContract {
  readonly name: string;
  readonly contract: RouteContract;
  readonly routes: readonly FoundRoute[];
}

/** Every contract of the configuration with its routes. */
export function contractsOf(config: Config, routes: readonly FoundRoute[]): readonly NamedContract[] {
  return Object.entries(config.routes ?? {}).map(([name, contract]) => ({
    name,
    contract,
    routes: routesOfContract(name, contract, routes),
  }));
}

/** Where a request goes and what it sends, as far as code and contract say it. */
export interface ResolvedRoute {
  /** Null where the contract speaks for itself. */
  readonly found: FoundRoute | null;
  /** The ID or label that is sent; null where nothing shows it. */
  readonly model: string | null;
  /** Google's ID, where it is known to be that. */
  readonly canonical: string | null;
  /** Where the request is answered; `unknown` where nothing shows it. */
  readonly surface: SurfaceId;
  readonly surfaceFrom: 'code' | 'contract' | null;
  /** The name of the gateway that it goes through. */
  readonly gateway: string | undefined;
}

/** What runs comes first where it is certain: the model, and a surface of Google's. Otherwise the team knows better. */
export function resolveRoute(contract: RouteContract, found: FoundRoute | null, team: Team): ResolvedRoute {
  const { catalog } = team;
  const route = found?.route;
  const sent = route?.model ?? contract.model ?? null;
  const canonical =
    (route === undefined ? null : canonicalModel(route, catalog)) ??
    (sent !== null && catalog.model(sent) !== undefined ? sent : null);
  const at = surfaceOf(route?.surface ?? 'unknown', contract.surface, catalog);
  const onGateway = catalog.surface(at.surface)?.kind === 'gateway';
  const model = onGateway ? sent : (canonical ?? sent);
  return { found, model, canonical, ...at, gateway: gatewayOf(contract, found, team) };
}

function surfaceOf(
  inCode: SurfaceId,
  promised: SurfaceId | undefined,
  catalog: Catalog,
): Pick<ResolvedRoute, 'surface' | 'surfaceFrom'> {
  const isCertain = catalog.surface(inCode)?.kind === 'google';
  if (promised !== undefined && !isCertain) return { surface: promised, surfaceFrom: 'contract' };
  return { surface: inCode, surfaceFrom: inCode === 'unknown' ? null : 'code' };
}

/** A contract by each of its routes, or by itself where none is seen. */
export const resolveContract = (
  { contract, routes }: Pick<NamedContract, 'contract' | 'routes'>,
  team: Team,
): readonly ResolvedRoute[] =>
  (routes.length === 0 ? [null] : routes).map((found) => resolveRoute(contract, found, team));

/** The surface that is asked: where code and contract leave it open, or name the gateway itself, the gateway's. */
export function askedSurface({ surface, gateway }: ResolvedRoute, team: Team): SurfaceId {
  const settings = settingsOf(gateway, team);
  if (gateway === undefined || settings === undefined) return surface;
  const isKnown = surface !== 'unknown' && team.catalog.surface(surface) !== undefined;
  return isKnown ? surface : surfaceOfGateway(gateway, settings, team.catalog);
}

/**
 * What callers send: a gateway's entry by its own name, other gateways the ID with its prefix, Google the ID alone.
 */
export function modelSent(
  { found, model, surface, gateway }: ResolvedRoute,
  { catalog }: Team,
): string | null {
  const route = found?.route;
  if (gateway === undefined && catalog.surface(surface)?.kind === 'google') return model;
  const isEntry = gateway !== undefined && route !== undefined && 'entry' in route && route.name !== null;
  return isEntry ? route.name : (found?.written ?? model);
}

/** What a contract's request goes to, with the question what it costs. */
export interface ContractTarget extends ResolvedRoute {
  readonly model: string;
  readonly question: CostQuestion;
}

/** The targets of a contract, each with the request that it sends; those without a known model are left out. */
export function targetsOf(
  { contract, routes }: Pick<NamedContract, 'contract' | 'routes'>,
  { asOf, ...team }: Team & { readonly asOf: Day },
): readonly ContractTarget[] {
  return resolveContract({ contract, routes }, team).flatMap((resolved) => {
    const { model, surface, found } = resolved;
    const route = found?.route;
    if (model === null) return [];
    const question: CostQuestion = {
      model,
      surface,
      asOf,
      durationSeconds: stated(route?.durationSeconds, contract.request?.seconds),
      resolution: stated(route?.resolution, contract.request?.resolution),
      sampleCount: stated(route?.sampleCount, contract.request?.samples),
      generateAudio: stated(route?.generateAudio, contract.request?.audio),
    };
    return [{ ...resolved, model, question }];
  });
}

/** What the code says, where it says it; otherwise what the contract promises. */
function stated<T>(inCode: Parameter<T> | undefined, promised: T | undefined): Parameter<T> {
  if (inCode !== undefined && inCode !== null && inCode !== 'dynamic') return inCode;
  return promised ?? inCode ?? null;
}
