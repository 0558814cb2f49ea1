// A configuration, some files, some evidence: what the rules over contracts say, as lines.
import assert from 'node:assert/strict';
import type { EvidenceSummary } from '../../src/audit/evidenceSummary.ts';
import type { ContractContext } from '../../src/audit/rule.ts';
import { fileReportsOf } from '../../src/audit/runRules.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { withOverrides } from '../../src/contracts/overrides.ts';
import { configPlaces } from '../../src/contracts/places.ts';
import { contractsOf } from '../../src/contracts/resolve.ts';
import { detectReferences } from '../../src/detect/detect.ts';
import { positionCounter } from '../../src/detect/lines.ts';
import { snapshotOf } from '../../src/gateway/snapshot.ts';
import type { GatewayKind } from '../../src/gateway/types.ts';
import { readConfigRoutes } from '../../src/routes/config/readConfig.ts';

export const catalog = bundledCatalog();

export interface Case {
  readonly config: string;
  /** Configurations of gateways by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly evidence?: readonly Partial<EvidenceSummary>[];
  /** Answers of gateways by name, all of one day. */
  readonly answers?: Readonly<Record<string, readonly [kind: GatewayKind, text: string]>>;
  readonly asOf?: string;
  readonly complete?: boolean;
}

export const RUN: EvidenceSummary = {
  route: 'hero',
  model: 'veo-3.1-generate-001',
  surface: 'vertex-ai',
  simulated: false,
  kind: 'smoke',
  passed: true,
  asked: true,
  day: '2026-11-20',
  file: '.veo-audit/evidence/a.json',
  operation: 'operations/1',
  polls: 7,
  verdict: 'production',
  owner: 'film-team',
  reportedUsd: null,
  estimatedUsd: { min: 1.6, max: 1.6 },
  states: [
    { state: 'polling', seconds: 61 },
    { state: 'passed', seconds: null },
  ],
  message: 'The route made the video that was asked for.',
  videos: [],
};

/** What the rules look at. Fails where the configuration is none. */
export function contextOf({
  config: text,
  files = {},
  evidence = [],
  answers = {},
  asOf = '2026-11-21',
  complete = true,
}: Case): ContractContext {
  const parsed = parseConfig(text);
  assert.ok('config' in parsed, 'faults' in parsed ? JSON.stringify(parsed.faults) : '');
  const { config } = parsed;
  const read = Object.entries(files).flatMap(([file, text]) => {
    const document = { path: file, text };
    const reading = readConfigRoutes(document, detectReferences(document, catalog), catalog);
    return reading === null ? [] : [{ file, reading }];
  });
  const routes = read.flatMap(({ file, reading }) =>
    reading.routes.map((route) => ({ file, route, format: reading.format })),
  );
  const snapshots = Object.entries(answers).map(([gateway, [kind, answer]]) => [
    gateway,
    [snapshotOf(answer, { gateway, kind, day: '2026-11-20', from: 'test' })],
  ]);
  return {
    config,
    configFile: 'veo-audit.yaml',
    place: configPlaces(text),
    contracts: contractsOf(config, routes),
    routes,
    complete,
    unread: [],
    readings: read.map(({ reading }) => reading),
    catalog: withOverrides(catalog, config),
    asOf,
    evidence: evidence.map((one) => ({ ...RUN, ...one })),
    snapshots: Object.fromEntries(snapshots),
  };
}

/** `FILE:LINE severity rule: message`, one line a finding. */
export function says(given: Case, rule?: string): readonly string[] {
  const texts: Readonly<Record<string, string>> = { ...given.files, 'veo-audit.yaml': given.config };
  return fileReportsOf('contracts', contextOf(given))
    .filter(({ meta }) => rule === undefined || meta.id === rule)
    .map(({ meta, finding }) => {
      const { line } = positionCounter(texts[finding.file] ?? '')(finding.start);
      return `${finding.file}:${line} ${finding.severity ?? meta.severity} ${meta.id}: ${finding.message}`;
    });
}
