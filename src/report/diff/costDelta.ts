// What a change of one file does to the cost of its requests, each on its own line.

import type { Catalog } from '../../catalog/catalog.ts';
import type { Day } from '../../catalog/types.ts';
import { priceOf } from '../../cost/estimate.ts';
import { costOfRoute } from '../../cost/routeCost.ts';
import { requestsIn } from '../../routes/requestsIn.ts';
import type { Route } from '../../routes/types.ts';
import { statusOfRoute } from '../routeRows.ts';
import { costOf } from './changes.ts';
import { pairRoutes } from './pairs.ts';
import type { DiffRoute } from './side.ts';

export interface CostDelta {
  /** The request as it is after the change. */
  readonly route: Route;
  /** `$1.60 → $3.20 per request`. */
  readonly text: string;
}

/**
 * The requests that a change makes dearer or cheaper. Nothing is said where a cost is not known before or after, nor
 * of a request that may send one of several models.
 */
export function costDeltas(
  before: readonly Route[],
  after: readonly Route[],
  facts: { readonly catalog: Catalog; readonly asOf: Day },
): readonly CostDelta[] {
  const old = before.map((route) => sideOf(route, facts));
  const now = new Map(after.map((route) => [sideOf(route, facts), route]));
  const single = new Set(
    requestsIn(after).flatMap(([route, ...others]) => (others.length > 0 ? [] : [route])),
  );
  return pairRoutes(old, [...now.keys()]).changed.flatMap((pair) => {
    const route = now.get(pair.after);
    const [from, to] = [costOf(pair.before), costOf(pair.after)];
    const isKnown = pair.before.cost !== null && pair.after.cost !== null;
    if (route === undefined || !single.has(route) || !isKnown || from === to) return [];
    return [{ route, text: `${from} → ${to} per request` }];
  });
}

/** A route as comparisons take it. */
function sideOf(
  route: Route,
  { catalog, asOf }: { readonly catalog: Catalog; readonly asOf: Day },
): DiffRoute {
  const answer = costOfRoute(route, asOf, catalog);
  const price = priceOf(answer);
  const { name, model, surface, durationSeconds, resolution, sampleCount, aspectRatio, generateAudio } =
    route;
  return {
    ...{ file: '', line: 1, name, model, surface, status: statusOfRoute(route, asOf, catalog) },
    ...{ durationSeconds, resolution, sampleCount, aspectRatio, generateAudio },
    cost: price === undefined ? null : { usdPerRequest: price.usdPerRequest },
  };
}
