// What rules about requests look at beyond references: the project, loops and retries around a request.
import type { Place, Route } from '../../routes/types.ts';
import type { Rule, RuleContext, RuleFinding } from '../types.ts';

/** What the project around a document says. */
export interface ProjectFacts {
  /** Versions by package name: the exact one of a lockfile, otherwise the range of the manifest. */
  readonly packages: Readonly<Record<string, string>>;
}

/** Everything here is optional: a rule is silent where nobody looked. */
export interface RouteRuleContext extends RuleContext {
  readonly project?: ProjectFacts | undefined;
  /** Loops that ask for a job's end without a deadline and without a cap on attempts. */
  readonly pollingLoops?: readonly Place[] | undefined;
  /** Billable submits inside a retry that does not ask why the try before failed. */
  readonly retriedSubmits?: readonly Place[] | undefined;
}

export interface RouteRule extends Rule {
  check(context: RouteRuleContext): Iterable<RuleFinding>;
}

/** The first line of a request: enough for a squiggle, where the whole call can be a page long. */
export function headOf(text: string, { start, end }: Place): Place {
  const lineEnd = text.indexOf('\n', start);
  const head = text.slice(start, lineEnd === -1 ? end : Math.min(lineEnd, end)).trimEnd();
  return { start, end: start + head.length };
}

/** The smallest route that a place lies in or holds; undefined where none does. */
export function routeAt(routes: readonly Route[], place: Place): Route | undefined {
  return routes
    .filter((route) => route.start < place.end && place.start < route.end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
}
