// A request that its surface refuses is tested as it stands: the small one in its place would pass.

import { refusalsOf } from '../../audit/rules/unsupportedParameterLimits.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { SurfaceId } from '../../catalog/types.ts';
import type { Parameter, Route } from '../../routes/types.ts';
import type { SmokeRequest } from '../../smoke/types.ts';

const CARRIED = ['durationSeconds', 'resolution', 'sampleCount', 'generateAudio'] as const;

/** What is wrong with a route's request that no smoke test can send; null where there is nothing of that kind. */
export function unsendableIn(route: Route, surface: SurfaceId, catalog: Catalog): string | null {
  const refusal = refusalsOf(route, surface, catalog).find(
    ({ parameter, by }) => by === 'sdk' || !CARRIED.some((name) => name === parameter),
  );
  return refusal?.why ?? null;
}

/** The small request, with the route's own values where the surface refuses one of them. */
export function asRefused(
  small: SmokeRequest,
  route: Route,
  surface: SurfaceId,
  catalog: Catalog,
): SmokeRequest {
  if (refusalsOf(route, surface, catalog).length === 0) return small;
  const own = CARRIED.map((name) => [name, written(route[name])] as const);
  return { ...small, ...Object.fromEntries(own.filter(([, value]) => value !== null)) };
}

/** The value as the source writes it; null where it is left out or computed. */
function written<T>(value: Parameter<T>): T | null {
  return value === 'dynamic' ? null : (value as T | null);
}
