// What the team's contracts say of a run: findings in the configuration itself and at the routes.
import { configPlaces } from '../config/places.ts';
import type { Config } from '../config/schema.ts';
import type { GatewaySnapshot } from '../gateway/types.ts';
import type { FoundRoute } from '../routes/contractMatch.ts';
import { CONTRACT_METAS, contractFindings, OWN_IN_CONFIG } from './contractRules.ts';
import { type ContractContext, contractsOf, type EvidenceSummary } from './contracts.ts';
import { type AuditOptions, type Reported, withFindings } from './engine.ts';
import type { GraphReport } from './graphRules.ts';
import { previewModel } from './rules/previewModel.ts';
import type { DocumentAudit } from './types.ts';

/** What contracts are held against, beside the audits. */
export interface ContractInputs {
  readonly config: Config;
  /** The path of the configuration, as the run names files, and its text. */
  readonly configFile: string;
  readonly configText: string;
  readonly evidence: readonly EvidenceSummary[];
  readonly snapshots: Readonly<Record<string, readonly GatewaySnapshot[]>>;
  /** Whether the run looked at the whole workspace. */
  readonly complete: boolean;
}

/** What the rules over contracts look at. */
export function contractContext(
  audits: readonly DocumentAudit[],
  { catalog, asOf }: Pick<AuditOptions, 'catalog' | 'asOf'>,
  { config, configFile, configText, evidence, snapshots, complete }: ContractInputs,
): ContractContext {
  const routes = foundRoutes(audits, configFile);
  return {
    config,
    configFile,
    place: configPlaces(configText),
    contracts: contractsOf(config, routes),
    routes,
    complete,
    catalog,
    asOf,
    evidence,
    snapshots,
  };
}

/** Every route of some audits. The configuration and this tool's own records speak of routes, but make none. */
export function foundRoutes(audits: readonly DocumentAudit[], configFile: string): readonly FoundRoute[] {
  return audits
    .filter(({ document: { path } }) => path !== configFile && !/(?:^|\/)\.veo-audit\//.test(path))
    .flatMap(({ document, routes, config }) =>
      routes.map((route) => ({ file: document.path, route, format: config?.format ?? null })),
    );
}

/**
 * Adds what the contracts say to the audits of a run, sorted by path. The configuration is among them where something
 * is said of it. The catalog of the options should hold the team's own prices (`withOverrides`).
 */
export function withContracts(
  given: readonly DocumentAudit[],
  options: AuditOptions,
  inputs: ContractInputs,
): readonly DocumentAudit[] {
  const { config, configFile, configText } = inputs;
  const audits = given.map((audit) =>
    without(audit, audit.document.path === configFile ? OWN_IN_CONFIG : CONTRACT_IDS),
  );
  if (config.routes === undefined && config.gateways === undefined) return audits;
  const reports = contractFindings(contractContext(audits, options, inputs));
  const all = audits.some(({ document }) => document.path === configFile)
    ? audits
    : [...audits, emptyAudit(configFile, configText)].toSorted((a, b) =>
        compare(a.document.path, b.document.path),
      );
  return all.flatMap((audit) => {
    const own = reports.filter(({ finding }) => finding.file === audit.document.path);
    if (own.length === 0) return audits.includes(audit) ? [audit] : [];
    return [withFindings(withoutMilder(audit, own), own.map(reportedOf), options, 'anywhere')];
  });
}

const CONTRACT_IDS: ReadonlySet<string> = new Set(CONTRACT_METAS.map(({ id }) => id));

/** An audit without what an earlier look at the contracts said. */
export function withoutContracts(audit: DocumentAudit): DocumentAudit {
  return without(audit, CONTRACT_IDS);
}

function without(audit: DocumentAudit, rules: ReadonlySet<string>): DocumentAudit {
  const findings = audit.findings.filter(({ rule }) => !rules.has(rule));
  return findings.length === audit.findings.length ? audit : { ...audit, findings };
}

/** A preview in production is an error; the remark that it is a preview says nothing more at the same place. */
function withoutMilder(audit: DocumentAudit, reports: readonly GraphReport[]): DocumentAudit {
  const { id } = previewModel.meta;
  const errors = new Set(reports.filter(({ meta }) => meta.id === id).map(({ finding }) => finding.start));
  if (errors.size === 0) return audit;
  return {
    ...audit,
    findings: audit.findings.filter(({ rule, start }) => rule !== id || !errors.has(start)),
  };
}

function emptyAudit(path: string, text: string): DocumentAudit {
  return { document: { path, text }, config: null, references: [], routes: [], findings: [], notes: [] };
}

/** Places in other files are named by the message. */
function reportedOf({ meta, finding }: GraphReport): Reported {
  const { file, related, ...found } = finding;
  const here = related?.filter((place) => place.file === file) ?? [];
  return { meta, found: here.length === 0 ? found : { ...found, related: here } };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
