// Routes for smoke tests as veo-audit.yaml names them: who, what and where from the contract, the rest from flags.
import type { Catalog } from '../catalog/catalog.ts';
import type { FoundRoute } from '../contracts/match.ts';
import type { Config, RouteContract } from '../contracts/schema.ts';
import { defined, teamRequest } from '../smoke/plan.ts';
import type { RequestOrigin, SmokeRequest, SmokeRoute } from '../smoke/types.ts';
import { nearest } from './arguments.ts';
import { UsageError } from './context.ts';
import { contractTarget } from './contractTarget.ts';
import { declaredRequest } from './declaredRequest.ts';
import { type RouteValues, routeOf } from './smokeRoute.ts';

/** A route of the configuration and what of its smallest request it changes. */
export interface ConfiguredRoute {
  readonly route: SmokeRoute;
  readonly request: Partial<SmokeRequest>;
  readonly requestFrom?: RequestOrigin;
}

/**
 * The contracts of these names as routes for a smoke test. Where a gateway lives is said by `--base-url` alone: a
 * workspace must not send anybody's key anywhere. `found` are the routes of the workspace; with `declared` the request is the one that the route declares.
 * @throws UsageError where a name is no contract, or neither it nor its routes say what is sent where.
 */
export function contractRoutes(
  config: Config,
  names: readonly string[],
  values: RouteValues,
  catalog: Catalog,
  simulated: boolean,
  found: readonly FoundRoute[] = [],
  declared = false,
): readonly ConfiguredRoute[] {
  return names.map((name) => {
    const contract = contractOf(config, name);
    const { environment, owner } = contract;
    const given = values.surface === undefined ? contract : { ...contract, surface: values.surface };
    const target = contractTarget(name, given, { config, catalog }, found, simulated);
    const surface = values.surface ?? target.surface;
    const family = values.family ?? target.family;
    const route = routeOf({ ...values, surface, family }, target.model, catalog, simulated);
    return {
      route: { ...route, name, environment: environment ?? null, owner: owner ?? null },
      ...(!declared
        ? { request: teamRequest(catalog, route, contract, config) }
        : {
            request: {
              ...defined({ prompt: config.smoke?.prompt }),
              ...declaredRequest(name, contract, found),
            },
            requestFrom: 'route' as const,
          }),
    };
  });
}

function contractOf({ routes = {} }: Config, name: string): RouteContract {
  const contract = Object.hasOwn(routes, name) ? routes[name] : undefined;
  if (contract !== undefined) return contract;
  const near = nearest(name, Object.keys(routes));
  throw new UsageError(
    `There is no route "${name}" in veo-audit.yaml${near === undefined ? '.' : `; did you mean "${near}"?`} Declare it there, or give --model and --surface.`,
  );
}
