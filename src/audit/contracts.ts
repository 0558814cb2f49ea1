// What rules over contracts look at: the team's promises, with the routes that they are about.
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import type { FoundRoute } from '../contracts/match.ts';
import type { PlaceOf } from '../contracts/places.ts';
import type { NamedContract } from '../contracts/resolve.ts';
import type { Config } from '../contracts/schema.ts';
import type { GatewaySnapshot } from '../gateway/types.ts';
import type { GraphFinding } from './graphRule.ts';
import type { RuleMeta } from './types.ts';

/** What a smoke test left behind, as far as rules ask. */
export interface EvidenceSummary {
  /** The name of the route that was tested. */
  readonly route: string;
  readonly model: string;
  readonly surface: string;
  readonly simulated: boolean;
  readonly kind: 'smoke' | 'controlled-failure';
  readonly passed: boolean;
  /** Whether the surface itself was asked; a run that was not sent says nothing of the route. */
  readonly asked: boolean;
  /** The day on which it ended. */
  readonly day: Day;
  /** The file, as it is printed. */
  readonly file: string;
  /** What the surface calls the job; null where none was made. */
  readonly operation: string | null;
  readonly polls: number;
  /** The verdict of the evidence: `production`, `staging only`, `research backlog`. */
  readonly verdict: string;
  readonly owner: string | null;
  readonly reportedUsd: number | null;
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
  /** With the team's own prices (see `withOverrides`). */
  readonly catalog: Catalog;
  readonly asOf: Day;
  readonly evidence: readonly EvidenceSummary[];
  /** The snapshots of each gateway's catalog by its name, oldest first. */
  readonly snapshots: Readonly<Record<string, readonly GatewaySnapshot[]>>;
}

export interface ContractRule {
  readonly meta: RuleMeta;
  check(context: ContractContext): Iterable<GraphFinding>;
}
