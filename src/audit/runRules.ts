// Runs rules: those of one scope over what they look at.
import { compareTexts } from '../order.ts';
import type { AnyRule, ContextOf, FindingOf, Report, Rule, Scope } from './rule.ts';
import { RULES } from './rules/index.ts';
import { SEVERITIES } from './types.ts';

/** What the rules of a scope say, in their order. */
export function reportsOf<S extends Scope>(
  scope: S,
  context: ContextOf<S>,
  rules: readonly AnyRule[] = RULES,
): readonly Report<FindingOf<S>>[] {
  const isMine = (rule: AnyRule): rule is AnyRule & Rule<S> => rule.scope === scope;
  return rules
    .filter(isMine)
    .flatMap(({ meta, check }) => [...check(context)].map((finding) => ({ meta, finding })));
}

/**
 * What the rules over several files say, by file and position. Of what says the same the worst stays; along the graph,
 * where many steps share a place, of all that a rule says of a place.
 */
export function fileReportsOf<S extends 'graph' | 'contracts'>(
  scope: S,
  context: ContextOf<S>,
  rules: readonly AnyRule[] = RULES,
): readonly Report[] {
  const worst = new Map<string, Report>();
  for (const report of reportsOf(scope, context, rules) as readonly Report[]) {
    const { file, start, end, message } = report.finding;
    const key = [report.meta.id, file, start, end, scope === 'graph' ? '' : message].join('\n');
    const before = worst.get(key);
    if (before === undefined || rank(report) < rank(before)) worst.set(key, report);
  }
  return [...worst.values()].toSorted(
    (a, b) =>
      compareTexts(a.finding.file, b.finding.file) ||
      a.finding.start - b.finding.start ||
      (scope === 'graph' ? a.finding.end - b.finding.end : 0) ||
      compareTexts(a.meta.id, b.meta.id) ||
      compareTexts(a.finding.message, b.finding.message),
  );
}

const rank = ({ meta, finding }: Report): number => SEVERITIES.indexOf(finding.severity ?? meta.severity);
