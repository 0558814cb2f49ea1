// Runs rules over the graph of some files and gives what they say as lines.
import assert from 'node:assert/strict';
import { promisesOf } from '../../../src/audit/promises.ts';
import type { AnyRule, FileFinding, GraphContext } from '../../../src/audit/rule.ts';
import { fileReportsOf } from '../../../src/audit/runRules.ts';
import { bundledCatalog } from '../../../src/catalog/bundled.ts';
import { parseConfig } from '../../../src/config/parse.ts';
import { detectReferences } from '../../../src/detect/detect.ts';
import { positionCounter } from '../../../src/detect/lines.ts';
import { readConfigRoutes } from '../../../src/routes/config/readConfig.ts';
import { routeGraph } from '../../../src/routes/graph.ts';

export const catalog = bundledCatalog();

/** Files by path. */
export type Files = Readonly<Record<string, string>>;

export interface Options {
  readonly asOf?: string;
  /** A veo-audit.yaml. */
  readonly contracts?: string;
}

export function contextOf(files: Files, { asOf = '2026-11-21', contracts = '' }: Options = {}): GraphContext {
  const readings = Object.entries(files).flatMap(([file, text]) => {
    const document = { path: file, text };
    const reading = readConfigRoutes(document, detectReferences(document, catalog), catalog);
    return reading === null ? [] : [{ file, reading }];
  });
  const parsed = parseConfig(contracts);
  assert.ok('config' in parsed, 'faults' in parsed ? JSON.stringify(parsed.faults) : '');
  const graph = routeGraph(readings);
  const promises = promisesOf(parsed.config)(graph);
  return { graph, catalog, asOf, text: (file: string) => files[file], promises };
}

/** What the rules find, by file and position. */
export function findings(
  files: Files,
  rules?: readonly AnyRule[],
  options?: Options,
): readonly FileFinding[] {
  return fileReportsOf('graph', contextOf(files, options), rules).map(({ finding }) => finding);
}

/** `LINE:COLUMN text severity message`, one line a finding. */
export function says(rule: AnyRule, files: Files, options?: Options): readonly string[] {
  return fileReportsOf('graph', contextOf(files, options), [rule]).map(({ meta, finding }) => {
    const text = files[finding.file] ?? '';
    const { line, column } = positionCounter(text)(finding.start);
    return `${line}:${column} ${text.slice(finding.start, finding.end)} ${finding.severity ?? meta.severity}: ${finding.message}`;
  });
}
