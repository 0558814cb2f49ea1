// What the team's contracts say of a run: findings in the configuration itself and at the routes.

import { type FoundRoute, foundIn } from '../contracts/match.ts';
import { configPlaces } from '../contracts/places.ts';
import { contractsOf } from '../contracts/resolve.ts';
import type { Config } from '../contracts/schema.ts';
import { PRODUCTION, placesOf } from '../detect/place/place.ts';
import type { GatewaySnapshot } from '../gateway/types.ts';
import { type AuditOptions, spokenLayer } from './engine.ts';
import type { EvidenceSummary } from './evidenceSummary.ts';
import { byFile, NOTHING_BETWEEN } from './graphAudit.ts';
import type { ContractContext } from './rule.ts';
import { fileReportsOf } from './runRules.ts';
import type { DocumentLayer, LayerBetween } from './types.ts';

/** What contracts are held against of a document. */
export type Audited = Pick<DocumentLayer, 'document' | 'config' | 'routes'>;

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
  /** Files that were not read whole: what they hold is not known. */
  readonly unread?: readonly string[];
}

/** What the rules over contracts look at. */
export function contractContext(
  documents: readonly Audited[],
  { catalog, asOf }: Pick<AuditOptions, 'catalog' | 'asOf'>,
  { config, configFile, configText, evidence, snapshots, complete, unread = [] }: ContractInputs,
): ContractContext {
  const routes = foundRoutes(documents, configFile);
  return {
    config,
    configFile,
    place: configPlaces(configText),
    contracts: contractsOf(config, routes),
    routes,
    complete,
    unread,
    readings: documents.flatMap((document) => document.config ?? []),
    catalog,
    asOf,
    evidence,
    snapshots,
  };
}

/** Every route of some audits. The configuration and this tool's own records speak of routes, but make none. */
export function foundRoutes(documents: readonly Audited[], configFile: string): readonly FoundRoute[] {
  return documents
    .filter(({ document: { path } }) => path !== configFile && !/(?:^|\/)\.veo-audit\//.test(path))
    .flatMap(({ document, routes, config }) =>
      routes.map((route) => foundIn(document.path, document.text, route, config?.format ?? null)),
    );
}

/** The routes that serve users: what tests, pages, samples and recordings do is not promised to anybody. */
export function productionRoutes(documents: readonly Audited[], configFile: string): readonly FoundRoute[] {
  return documents.flatMap((one) => {
    const placeAt = placesOf(one.document);
    return foundRoutes([one], configFile).filter(
      ({ route }) => placeAt(route.start).place === PRODUCTION.place,
    );
  });
}

/**
 * What the contracts say of some documents. The configuration is among the further documents: contracts are held
 * against the code, they are no code themselves. The catalog of the options should hold the team's own prices
 * (`withOverrides`).
 */
export function contractLayer(
  documents: readonly Audited[],
  options: AuditOptions,
  inputs: ContractInputs,
): LayerBetween {
  const { config, configFile, configText } = inputs;
  if (config.routes === undefined && config.gateways === undefined) return NOTHING_BETWEEN;
  const reported = byFile(fileReportsOf('contracts', contractContext(documents, options, inputs)), true);
  const isSpokenOf = reported.has(configFile);
  const document = { path: configFile, text: configText };
  return { reported, further: isSpokenOf ? [spokenLayer(document, options.asOf)] : [] };
}
