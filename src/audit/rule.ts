// What a rule is: what it is called, what it looks at, and what it says of it.
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import type { FoundRoute } from '../contracts/match.ts';
import type { PlaceOf } from '../contracts/places.ts';
import type { NamedContract } from '../contracts/resolve.ts';
import type { Config } from '../contracts/schema.ts';
import type { TextDocument } from '../detect/types.ts';
import type { GatewaySnapshot } from '../gateway/types.ts';
import type { ConfigReading } from '../routes/config/types.ts';
import type { RouteGraph } from '../routes/graph.ts';
import type { Place, Route } from '../routes/types.ts';
import type { EvidenceSummary } from './evidenceSummary.ts';
import type { Promises } from './promises.ts';
import type { DatedReference, RelatedPlace, RuleFinding, RuleMeta } from './types.ts';

/** What the project around a document says. */
export interface ProjectFacts {
  /** Versions by package name: the exact one of a lockfile, otherwise the range of the manifest. */
  readonly packages: Readonly<Record<string, string>>;
}

/** All that a rule over one document may look at. What is optional was not looked at: there a rule is silent. */
export interface DocumentContext {
  readonly document: TextDocument;
  readonly references: readonly DatedReference[];
  readonly routes: readonly Route[];
  readonly catalog: Catalog;
  readonly asOf: Day;
  readonly project?: ProjectFacts | undefined;
  /** Loops that ask for a job's end without a deadline and without a cap on attempts. */
  readonly pollingLoops?: readonly Place[] | undefined;
  /** Billable submits inside a retry that does not ask why the try before failed. */
  readonly retriedSubmits?: readonly Place[] | undefined;
}

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

/** All that a rule over contracts may look at. */
export interface ContractContext {
  readonly config: Config;
  /** The configuration's path, as findings name it, and where its keys stand. */
  readonly configFile: string;
  readonly place: PlaceOf;
  /** Every contract with its routes (see `contractsOf`): matched once for all rules. */
  readonly contracts: readonly NamedContract[];
  /** Every route of the run. */
  readonly routes: readonly FoundRoute[];
  /** Whether the run looked at the whole workspace: only then a route that was not seen is not there. */
  readonly complete: boolean;
  /** Files that were not read whole: a route that was not seen may be there. */
  readonly unread: readonly string[];
  /** What the configurations of gateways say. */
  readonly readings: readonly ConfigReading[];
  /** With the team's own prices (see `withOverrides`). */
  readonly catalog: Catalog;
  readonly asOf: Day;
  readonly evidence: readonly EvidenceSummary[];
  /** The snapshots of each gateway's catalog by its name, oldest first. */
  readonly snapshots: Readonly<Record<string, readonly GatewaySnapshot[]>>;
}

/** A finding in one of several files. */
export interface FileFinding extends Omit<RuleFinding, 'related'> {
  readonly file: string;
  readonly related?: readonly (RelatedPlace & { readonly file: string })[];
}

/** By what a rule looks at: one document, the graph of all configured routes, or the team's contracts. */
interface Scopes {
  readonly document: { readonly context: DocumentContext; readonly finding: RuleFinding };
  readonly graph: { readonly context: GraphContext; readonly finding: FileFinding };
  readonly contracts: { readonly context: ContractContext; readonly finding: FileFinding };
}
export type Scope = keyof Scopes;
export type ContextOf<S extends Scope> = Scopes[S]['context'];
export type FindingOf<S extends Scope> = Scopes[S]['finding'];

export interface Rule<S extends Scope> {
  readonly meta: RuleMeta;
  readonly scope: S;
  check(context: ContextOf<S>): Iterable<FindingOf<S>>;
}

export type AnyRule = { readonly [S in Scope]: Rule<S> }[Scope];

/** A finding with its rule. */
export interface Report<F = FileFinding> {
  readonly meta: RuleMeta;
  readonly finding: F;
}
