// Requests that go through a function of another file: what that one sends says where they go.
import { type SurfaceClaim, UNKNOWN_SURFACE } from '../../detect/surface.ts';
import { agreed, madeIn } from '../surfaces/claims.ts';
import { NOWHERE } from '../surfaces/reader.ts';
import type { Route } from '../types.ts';
import type { Frame } from '../values/evaluate.ts';
import type { CallExpression } from '../values/expression.ts';
import { functionCalled } from '../values/handed.ts';
import { methodElsewhere } from '../values/methodsElsewhere.ts';
import { outermostCalls, type Site } from './callSites.ts';
import { type Reading, readingOf } from './reading.ts';
import { requestAt } from './requestAt.ts';

/** The routes of a call, where it shows no surface with that of the function that it calls. */
export function throughWrappers(
  reading: Reading,
  { chain }: Site,
  routes: readonly Route[],
): readonly Route[] {
  if (routes.every(({ surface }) => surface !== 'unknown')) return routes;
  for (const step of chain) {
    const claim = surfaceSentTo(reading, step);
    if (claim.surface === 'unknown') continue;
    return routes.map((route) =>
      route.surface === 'unknown'
        ? { ...route, surface: claim.surface, surfaceEvidence: claim.evidence }
        : route,
    );
  }
  return routes;
}

/** Where the function of another file sends that a step calls; unknown where it is no such step, or shows nothing. */
function surfaceSentTo(
  { evaluator, catalog, path }: Reading,
  { callee, args }: CallExpression,
): SurfaceClaim {
  const called = functionCalled(evaluator, callee) ?? methodElsewhere(evaluator, callee);
  if (called === null || called.source === null) return UNKNOWN_SURFACE;
  const { source, module, node } = called;
  const there = readingOf(module, catalog, () => [], NOWHERE, path);
  const frame: Frame = { owner: node, args, caller: null, from: evaluator };
  const sent = outermostCalls(module)
    .filter((site) => site.node.start >= node.start && site.node.end <= node.end)
    .flatMap((site) => requestAt(there, site, frame));
  const claims = sent.map(({ surface, surfaceEvidence }) => ({ surface, evidence: surfaceEvidence }));
  return madeIn(source, agreed(claims));
}
