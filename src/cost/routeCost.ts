// What the requests of a code base cost: one route, and all of them together.
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import type { Route } from '../routes/types.ts';
import { estimateCost, priceOf } from './estimate.ts';
import { sumOf } from './money.ts';
import type { CostAnswer, UsdRange } from './types.ts';

/** The cost of one request of a route on a day. See `estimateCost`. */
export function costOfRoute(route: Route, asOf: Day, catalog: Catalog): CostAnswer {
  if (route.model === null) return { known: false, reason: 'which model is sent is not known' };
  return estimateCost({ ...route, model: route.model, asOf }, catalog);
}

/** One request of each route together. What is not known adds nothing; null where nothing is known. */
export function totalPerRequest(answers: readonly CostAnswer[]): UsdRange | null {
  const ranges = answers.flatMap((answer) => priceOf(answer)?.usdPerRequest ?? []);
  return ranges.length === 0 ? null : sumOf(ranges);
}
