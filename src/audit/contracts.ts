// What rules over contracts look at: the team's promises, with the routes that they are about.
import type { Catalog } from '../catalog/catalog.ts';
import type { Day, SurfaceId } from '../catalog/types.ts';
import { canonicalModel, type FoundRoute, routesOfContract } from '../contracts/match.ts';
import type { PlaceOf } from '../contracts/places.ts';
import type { Config, RouteContract } from '../contracts/schema.ts';
import type { CostQuestion } from '../cost/types.ts';
import type { GatewaySnapshot } from '../gateway/types.ts';
import type { Parameter } from '../routes/types.ts';
import type { GraphFinding } from './graphRule.ts';
import type { RuleMeta } from './types.ts';

/** What a smoke test left behind, as far as rules ask. */
export interface EvidenceSummary {
  /** The name of the route that was tested. */
  readonly route: string;
  readonly model: string;
  readonly surface: string;
  readonly simulated: boolean;
  readonly kind: 'smoke' | 'controlled-failure';
  readonly passed: boolean;
  /** Whether the surface itself was asked; a run that was not sent says nothing of the route. */
  readonly asked: boolean;
  /** The day on which it ended. */
  readonly day: Day;
  /** The file, as it is printed. */
  readonly file: string;
  /** What the surface calls the job; null where none was made. */
  readonly operation: string | null;
  readonly polls: number;
  /** The verdict of the evidence: `production`, `staging only`, `research backlog`. */
  readonly verdict: string;
  readonly owner: string | null;
  readonly reportedUsd: number | null;
}

/** All that a rule over contracts may look at. */
export interface ContractContext {
  readonly config: Config;
  /** The configuration's path, as findings name it, and where its keys stand. */
  readonly configFile: string;
  readonly place: PlaceOf;
  /** Every contract with its routes (see `contractsOf`): matched once for all rules. */
  readonly contracts: readonly NamedContract[];
  /** Every route of the run. */
  readonly routes: readonly FoundRoute[];
  /** Whether the run looked at the whole workspace: only then a route that was not seen is not there. */
  readonly complete: boolean;
  /** Files that were not read whole: a route that was not seen may be there. */
  readonly unread: readonly string[];
  /** With the team's own prices (see `withOverrides`). */
  readonly catalog: Catalog;
  readonly asOf: Day;
  readonly evidence: readonly EvidenceSummary[];
  /** The snapshots of each gateway's catalog by its name, oldest first. */
  readonly snapshots: Readonly<Record<string, readonly GatewaySnapshot[]>>;
}

export interface ContractRule {
  readonly meta: RuleMeta;
  check(context: ContractContext): Iterable<GraphFinding>;
}

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

/** What a contract's requests go to: one for each of its routes, or what the contract itself says where none is seen. */
export interface ContractTarget {
  /** Null where the contract speaks for itself. */
  readonly found: FoundRoute | null;
  /** The ID or label that is sent. */
  readonly model: string;
  /** Google's ID, where it is known to be that. */
  readonly canonical: string | null;
  readonly surface: SurfaceId;
  readonly question: CostQuestion;
}

/** The targets of a contract, each with the request that it sends; targets without a known model are left out. */
export function targetsOf(
  { contract, routes }: NamedContract,
  { catalog, asOf }: Pick<ContractContext, 'catalog' | 'asOf'>,
): readonly ContractTarget[] {
  const seen: readonly (FoundRoute | null)[] = routes.length === 0 ? [null] : routes;
  return seen.flatMap((found) => {
    const route = found?.route ?? null;
    const sent = route?.model ?? contract.model ?? null;
    const canonical =
      (route === null ? null : canonicalModel(route, catalog)) ??
      (sent !== null && catalog.model(sent) !== undefined ? sent : null);
    const surface = surfaceOf(route?.surface, contract.surface, catalog);
    const onGoogle = catalog.surface(surface)?.kind !== 'gateway';
    const model = onGoogle ? (canonical ?? sent) : sent;
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
    return [{ found, model, canonical, surface, question }];
  });
}

/** What runs comes first where it is certain: a Google surface. Otherwise the team knows better. */
function surfaceOf(
  ofRoute: SurfaceId | undefined,
  ofContract: SurfaceId | undefined,
  catalog: Catalog,
): SurfaceId {
  if (ofRoute !== undefined && catalog.surface(ofRoute)?.kind === 'google') return ofRoute;
  return ofContract ?? ofRoute ?? 'unknown';
}

/** What the code says, where it says it; otherwise what the contract promises. */
function stated<T>(inCode: Parameter<T> | undefined, promised: T | undefined): Parameter<T> {
  if (inCode !== undefined && inCode !== null && inCode !== 'dynamic') return inCode;
  return promised ?? inCode ?? null;
}
