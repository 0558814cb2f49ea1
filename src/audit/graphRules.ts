// Rules over the route graph: what is wrong between routes, where each by itself may be right.

import type { GraphContext, GraphReport, GraphRule } from './graphRule.ts';
import { fallbackChangesRequest } from './rules/fallbackChangesRequest.ts';
import { fallbackCycle } from './rules/fallbackCycle.ts';
import { fallbackDearer } from './rules/fallbackDearer.ts';
import { fallbackOnRefusal } from './rules/fallbackOnRefusal.ts';
import { fallbackToShutDown } from './rules/fallbackToShutDown.ts';
import { fallbackUnapproved } from './rules/fallbackUnapproved.ts';
import { fallbackUndeclared } from './rules/fallbackUndeclared.ts';
import { rateLimit } from './rules/rateLimit.ts';
import { retryPolicy } from './rules/retryPolicy.ts';
import { duplicateRoute, misleadingRouteName } from './rules/routeNaming.ts';
import { SEVERITIES } from './types.ts';

/** Every rule over the graph, in the order of the documentation. */
export const GRAPH_RULES: readonly GraphRule[] = [
  fallbackToShutDown,
  fallbackCycle,
  fallbackUndeclared,
  fallbackUnapproved,
  fallbackOnRefusal,
  fallbackDearer,
  fallbackChangesRequest,
  duplicateRoute,
  misleadingRouteName,
  retryPolicy,
  rateLimit,
];

/** What all rules say of a graph, by file and position. Of several findings of a rule at one place the worst stays. */
export function graphFindings(
  context: GraphContext,
  rules: readonly GraphRule[] = GRAPH_RULES,
): readonly GraphReport[] {
  const reports = new Map<string, GraphReport>();
  for (const rule of rules) {
    for (const finding of rule.check(context)) {
      const key = [rule.meta.id, finding.file, finding.start, finding.end].join('\n');
      const report = { meta: rule.meta, finding };
      const before = reports.get(key);
      if (before === undefined || rank(report) < rank(before)) reports.set(key, report);
    }
  }
  return [...reports.values()].toSorted(
    (a, b) =>
      compare(a.finding.file, b.finding.file) ||
      a.finding.start - b.finding.start ||
      a.finding.end - b.finding.end ||
      compare(a.meta.id, b.meta.id),
  );
}

const rank = ({ meta, finding }: GraphReport): number =>
  SEVERITIES.indexOf(finding.severity ?? meta.severity);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
