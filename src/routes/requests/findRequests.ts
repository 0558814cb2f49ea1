// Finds the calls of a program that send a request to a Veo model, and reads each into routes.
import type { Catalog } from '../../catalog/catalog.ts';
import type { Reference } from '../../detect/types.ts';
import type { Whereabouts } from '../surfaces/googleClients.ts';
import type { SyntaxNode } from '../syntax/tree.ts';
import type { Place, Route } from '../types.ts';
import type { Evaluator } from '../values/evaluate.ts';
import { builtAddresses } from './builtAddresses.ts';
import { builtNodes } from './builtNodes.ts';
import { builtTasks } from './builtTasks.ts';
import { outermostCalls, type Site } from './callSites.ts';
import { byCallers, throughHelpers } from './helperFunctions.ts';
import { mayBeHttp } from './httpCalls.ts';
import { surfaceOfPlace } from './placeSurface.ts';
import { type Reading, readingOf } from './reading.ts';
import { requestAt } from './requestAt.ts';
import { throughWrappers } from './wrappers.ts';

/**
 * The requests of a program, in order of position. `find` gives the references that overlap a place.
 */
export function findRequests(
  evaluator: Evaluator,
  catalog: Catalog,
  find: (place: Place) => readonly Reference[],
  whereabouts: Whereabouts,
  path: string,
): readonly Route[] {
  const reading = readingOf(evaluator, catalog, find, whereabouts, path);
  const sites = outermostCalls(evaluator);
  const routes: Route[] = [];
  const silent: { site: Site; fn: SyntaxNode }[] = [];
  for (const site of sites) {
    const found = throughWrappers(reading, site, requestAt(reading, site, null));
    const sent = found.length > 0 ? byCallers(reading, sites, site, found) : null;
    routes.push(...(sent ?? found));
    if (found.length === 0 && site.fn !== null && mayBeHttp(site.chain)) silent.push({ site, fn: site.fn });
  }
  routes.push(...throughHelpers(reading, sites, silent));
  routes.push(...builtAddresses(reading, routes), ...builtTasks(reading, routes), ...builtNodes(reading));
  return placed(reading, distinct(routes));
}

/** Routes whose requests show no surface take that of their file, where its folder or its types name one. */
function placed(reading: Reading, routes: readonly Route[]): readonly Route[] {
  if (routes.every(({ surface }) => surface !== 'unknown')) return routes;
  const claim = surfaceOfPlace(reading);
  if (claim === null) return routes;
  return routes.map((route) =>
    route.surface === 'unknown'
      ? { ...route, surface: claim.surface, surfaceEvidence: claim.evidence }
      : route,
  );
}

/** Of readings of the same call the one that knows the surface stays. */
function distinct(routes: readonly Route[]): readonly Route[] {
  const kept: Route[] = [];
  // How far the routes reach that were kept: none of them begins later than the one that is looked at.
  const reach = new Map<string, number>();
  const known = (route: Route): number => (route.surface === 'unknown' ? 1 : 0);
  for (const route of [...routes].sort((a, b) => a.start - b.start || b.end - a.end || known(a) - known(b))) {
    const { shape, model, end } = route;
    const same = model === null ? shape : `${shape} ${model}`;
    if ((reach.get(same) ?? -1) >= end) continue;
    kept.push(route);
    for (const key of [shape, `${shape} ${model ?? ''}`]) reach.set(key, Math.max(reach.get(key) ?? -1, end));
  }
  return kept;
}
