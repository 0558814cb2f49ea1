// SARIF 2.1.0 as GitHub code scanning reads it: every rule is declared, a clean run has an empty list of results.

import type { Log, ReportingConfiguration, ReportingDescriptor, Result } from 'sarif';
import { RULE_METAS } from '../audit/engine.ts';
import type { RuleMeta, Severity } from '../audit/types.ts';
import type { Day } from '../catalog/types.ts';
import type { Position } from '../detect/lines.ts';
import { jsonText } from '../outlets/json.ts';
import { fingerprints } from './fingerprint.ts';
import { countingWorstFirst, type LocatedFinding, type LocatedFix, locatedFindings } from './located.ts';
import { PROJECT_URL, rulePage } from './rulePages.ts';
import type { ReportFormat } from './types.ts';

/** GitHub reads 25,000 results a run and shows 5,000 of them. */
export const MOST_RESULTS = 25_000;

const LEVELS: Readonly<Record<Severity, ReportingConfiguration.level>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

export const sarifReport: ReportFormat = (run, { version }) =>
  sarifText(locatedFindings(run), { version, asOf: run.asOf, factsCheckedOn: run.catalog.checkedOn });

/** What a log says of its origin. */
export interface SarifOrigin {
  readonly version: string;
  readonly asOf: Day;
  readonly factsCheckedOn: Day;
}

/** The log of some findings; `located` is in the order of files and positions. */
export function sarifText(
  located: readonly LocatedFinding[],
  { version, asOf, factsCheckedOn }: SarifOrigin,
): string {
  const prints = new Map(fingerprints(located).map((print, index) => [located[index]?.finding, print]));
  const suppressed = located.filter(({ finding }) => finding.suppressed !== false);
  const shown = [...countingWorstFirst(located), ...suppressed].slice(0, MOST_RESULTS);
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Veo Route Audit',
            informationUri: PROJECT_URL,
            version,
            semanticVersion: version,
            rules: RULE_METAS.map(descriptor),
          },
        },
        automationDetails: { id: 'veo-route-audit/' },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The folder that was audited.' } } },
        properties: { asOf, factsCheckedOn },
        results: shown.map((one) => result(one, prints.get(one.finding) ?? '')),
      },
    ],
  };
  return jsonText(log);
}

function descriptor({ id, summary, severity }: RuleMeta): ReportingDescriptor {
  const uri = rulePage(id);
  return {
    id,
    name: id.replaceAll(/(?:^|-)([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: summary },
    helpUri: uri,
    help: { text: `${summary} See ${uri}`, markdown: `${summary}\n\n[Read more](${uri})` },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ['veo', 'maintainability'],
      precision: 'high',
      'problem.severity': problem(severity),
    },
  };
}

const problem = (severity: Severity): string =>
  severity === 'error' || severity === 'warning' ? severity : 'recommendation';

const RULE_INDEX: ReadonlyMap<string, number> = new Map(RULE_METAS.map(({ id }, index) => [id, index]));

function result(located: LocatedFinding, print: string): Result {
  const { file, finding, fix, start, end, slice } = located;
  const { rule, severity, message, suppressed } = finding;
  const ruleIndex = RULE_INDEX.get(rule);
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(file),
          region: { ...region(start, end), snippet: { text: slice } },
        },
      },
    ],
    partialFingerprints: { primaryLocationLineHash: print },
    ...(fix === null ? {} : { fixes: [sarifFix(fix, file)] }),
    ...(suppressed === false
      ? {}
      : { suppressions: [{ kind: 'inSource' as const, justification: suppressed.reason }] }),
  };
}

function sarifFix({ title, edits }: LocatedFix, file: string) {
  const replacements = edits.map((edit) => ({
    deletedRegion: region(edit.start, edit.end),
    insertedContent: { text: edit.newText },
  }));
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation: artifact(file), replacements }],
  };
}

/** URIs are relative to the audited folder; each part is escaped, slashes stay. */
const artifact = (file: string) => ({
  uri: file.split('/').map(encodeURIComponent).join('/'),
  uriBaseId: 'SRCROOT',
});

const region = (start: Position, end: Position) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
});
