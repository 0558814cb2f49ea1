// What a rule between routes looks at, and what it reports.
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import type { RouteGraph } from '../routes/graph.ts';
import type { Promises } from './promises.ts';
import type { RelatedPlace, RuleFinding, RuleMeta } from './types.ts';

/** All that a rule over the graph may look at. */
export interface GraphContext {
  readonly graph: RouteGraph;
  readonly catalog: Catalog;
  readonly asOf: Day;
  /** The text of a file of the graph, for fixes; without it findings carry none. */
  text?(file: string): string | undefined;
  /** What the team's contracts say of a step. */
  readonly promises?: Promises;
}

/** A finding in one of the files of the graph. */
export interface GraphFinding extends Omit<RuleFinding, 'related'> {
  readonly file: string;
  readonly related?: readonly (RelatedPlace & { readonly file: string })[];
}

export interface GraphRule {
  readonly meta: RuleMeta;
  check(context: GraphContext): Iterable<GraphFinding>;
}

/** What a rule reports, with the rule. */
export interface GraphReport {
  readonly meta: RuleMeta;
  readonly finding: GraphFinding;
}
