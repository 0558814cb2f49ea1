// Requests that are made in a helper function of the same file: one for each of its callers.
import type { SyntaxNode } from '../syntax/tree.ts';
import type { Route } from '../types.ts';
import type { Frame } from '../values/evaluate.ts';
import { nameOfFunction, type Site } from './callSites.ts';
import type { Reading } from './reading.ts';
import { requestAt } from './requestAt.ts';

/**
 * The requests of a helper whose callers in the file name different models: it takes its model from them, and what it
 * shows by itself is a default. Null where the helper's own line is the request.
 */
export function byCallers(
  reading: Reading,
  sites: readonly Site[],
  site: Site,
  found: readonly Route[],
): readonly Route[] | null {
  const { fn } = site;
  if (fn === null || found.every(({ modelFrom }) => modelFrom === 'literal' || modelFrom === 'constant'))
    return null;
  const callers = reading.evaluator.callsOf(fn);
  if (callers.length < 2) return null;
  const through = throughHelpers(reading, sites, [{ site, fn }]);
  const models = new Set(through.map(({ model }) => model));
  const places = new Set(through.map(({ start }) => start));
  // A helper that shows no model at all is given one by each of its callers.
  const isOpen = found.every(({ model }) => model === null);
  return (models.size > 1 || isOpen) && places.size === callers.length ? through : null;
}

/** Requests that a helper of the file sends with what its callers give it. */
export function throughHelpers(
  reading: Reading,
  sites: readonly Site[],
  silent: readonly { site: Site; fn: SyntaxNode }[],
): readonly Route[] {
  if (silent.length === 0) return [];
  const byFunction = new Map<SyntaxNode, Site[]>();
  for (const { site, fn } of silent) {
    const known = byFunction.get(fn);
    if (known) known.push(site);
    else byFunction.set(fn, [site]);
  }
  return sites.flatMap((site) =>
    site.chain.flatMap((step) => {
      const fn = reading.evaluator.scope.functionOf(step.callee);
      const inner = fn === null ? undefined : byFunction.get(fn.node);
      if (fn === null || inner === undefined || inner.some((one) => one === site)) return [];
      const frame: Frame = { owner: fn.node, args: step.args, caller: null };
      return inner
        .flatMap((one) => (reading.evaluator.spend(1) ? requestAt(reading, one, frame) : []))
        .filter(({ model }) => model !== null)
        .map((route) => ({
          ...route,
          start: site.call.start,
          end: site.call.end,
          name: nameOfFunction(reading, site.fn),
        }));
    }),
  );
}
