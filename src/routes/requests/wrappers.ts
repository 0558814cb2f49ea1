// Requests that go through a function of another file: what that one sends says where they go.
import { agreed, madeIn } from '../surfaces/claims.ts';
import type { Route } from '../types.ts';
import type { Frame } from '../values/evaluate.ts';
import type { CallExpression } from '../values/expression.ts';
import { functionCalled } from '../values/handed.ts';
import { methodElsewhere } from '../values/methodsElsewhere.ts';
import { outermostCalls, type Site } from './callSites.ts';
import type { Reading } from './reading.ts';
import { requestAt } from './requestAt.ts';

/** How a file is read as the one that a request goes through; null where it has nothing to say. */
export type ReadingOf = (reading: Reading, module: Reading['evaluator']) => Reading;

/** The routes of a call, where it shows no surface with that of the function that it calls. */
export function throughWrappers(
  reading: Reading,
  { chain }: Site,
  routes: readonly Route[],
  readingOf: ReadingOf,
): readonly Route[] {
  if (routes.every(({ surface }) => surface !== 'unknown')) return routes;
  for (const step of chain) {
    const claim = surfaceSentTo(reading, step, readingOf);
    if (claim.surface === 'unknown') continue;
    return routes.map((route) =>
      route.surface === 'unknown'
        ? { ...route, surface: claim.surface, surfaceEvidence: claim.evidence }
        : route,
    );
  }
  return routes;
}

function surfaceSentTo(reading: Reading, { callee, args }: CallExpression, readingOf: ReadingOf) {
  const { evaluator } = reading;
  const called = functionCalled(evaluator, callee) ?? methodElsewhere(evaluator, callee);
  if (called === null || called.source === null) return agreed([]);
  const { source, module, node } = called;
  const there = readingOf(reading, module);
  const frame: Frame = { owner: node, args, caller: null, from: evaluator };
  const sent = outermostCalls(module)
    .filter((site) => site.node.start >= node.start && site.node.end <= node.end)
    .flatMap((site) => requestAt(there, site, frame));
  const claims = sent.map(({ surface, surfaceEvidence }) => ({ surface, evidence: surfaceEvidence }));
  return madeIn(source, agreed(claims));
}
