// Rules over the team's contracts: what was promised of a route against what runs, what it costs and what is proved.
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import type { PlaceOf } from '../config/places.ts';
import type { Config, RouteContract } from '../config/schema.ts';
import type { GatewaySnapshot } from '../gateway/types.ts';
import { type FoundRoute, routesOfContract } from '../routes/contractMatch.ts';
import type { GraphFinding, GraphReport } from './graphRules.ts';
import { budgetExceeded } from './rules/budgetExceeded.ts';
import { contractMismatch } from './rules/contractMismatch.ts';
import { endpointFamily } from './rules/endpointFamily.ts';
import { evidenceMissing } from './rules/evidenceMissing.ts';
import { evidenceStale } from './rules/evidenceStale.ts';
import { gatewayPriceDiffers } from './rules/gatewayPriceDiffers.ts';
import { gatewayRowMissing } from './rules/gatewayRowMissing.ts';
import { gatewayStatus } from './rules/gatewayStatus.ts';
import { outputNotPersisted } from './rules/outputNotPersisted.ts';
import { previewInProduction } from './rules/previewInProduction.ts';
import { priceUnitUnclear } from './rules/priceUnitUnclear.ts';
import { type RuleMeta, SEVERITIES } from './types.ts';

/** What a smoke test left behind, as far as rules ask. */
export interface EvidenceSummary {
  /** The name of the route that was tested. */
  readonly route: string;
  readonly model: string;
  readonly surface: string;
  readonly simulated: boolean;
  readonly kind: 'smoke' | 'controlled-failure';
  readonly passed: boolean;
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
  /** Every route of the run. */
  readonly routes: readonly FoundRoute[];
  /** Whether the run looked at the whole workspace: only then a route that was not seen is not there. */
  readonly complete: boolean;
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

/** Every rule over contracts, in the order of the documentation. */
export const CONTRACT_RULES: readonly ContractRule[] = [
  budgetExceeded,
  outputNotPersisted,
  evidenceMissing,
  evidenceStale,
  contractMismatch,
  previewInProduction,
  priceUnitUnclear,
  gatewayRowMissing,
  gatewayStatus,
  endpointFamily,
  gatewayPriceDiffers,
];

/** The rules that are new here; `preview-model` is a rule of its own already and only becomes an error. */
export const CONTRACT_METAS: readonly RuleMeta[] = CONTRACT_RULES.filter(
  (rule) => rule !== previewInProduction,
).map(({ meta }) => meta);

/** A contract with its name and the routes it is for. */
export interface NamedContract {
  readonly name: string;
  readonly contract: RouteContract;
  readonly routes: readonly FoundRoute[];
}

/** Every contract of the configuration with its routes. */
export function contractsOf({ config, routes }: ContractContext): readonly NamedContract[] {
  return Object.entries(config.routes ?? {}).map(([name, contract]) => ({
    name,
    contract,
    routes: routesOfContract(name, contract, routes),
  }));
}

/** What all rules say, by file and position. Of several findings of a rule at one place the worst stays. */
export function contractFindings(
  context: ContractContext,
  rules: readonly ContractRule[] = CONTRACT_RULES,
): readonly GraphReport[] {
  if (context.config.routes === undefined && context.config.gateways === undefined) return [];
  const reports = rules.flatMap(({ meta, check }) =>
    [...check(context)].map((finding): GraphReport => ({ meta, finding })),
  );
  const worst = new Map<string, GraphReport>();
  for (const report of reports) {
    const { file, start, end, message } = report.finding;
    const key = [report.meta.id, file, start, end, message].join('\n');
    const before = worst.get(key);
    if (before === undefined || rank(report) < rank(before)) worst.set(key, report);
  }
  return [...worst.values()].toSorted(
    (a, b) =>
      compare(a.finding.file, b.finding.file) ||
      a.finding.start - b.finding.start ||
      compare(a.meta.id, b.meta.id) ||
      compare(a.finding.message, b.finding.message),
  );
}

const rank = ({ meta, finding }: GraphReport): number =>
  SEVERITIES.indexOf(finding.severity ?? meta.severity);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
