// SARIF 2.1.0 as GitHub code scanning reads it: every rule is declared, a clean run has an empty list of results.
import type { Log, ReportingConfiguration, ReportingDescriptor, Result } from 'sarif';
import { RULE_METAS } from '../audit/engine.ts';
import type { Fix, RuleMeta, Severity } from '../audit/types.ts';
import type { Position } from '../detect/lines.ts';
import { fingerprints } from './fingerprint.ts';
import { type LocatedFinding, locatedFindings, worstFirst } from './located.ts';
import { PROJECT_URL, rulePage } from './rulePages.ts';
import type { ReportFormat } from './types.ts';

/** GitHub reads 25,000 results a run and shows 5,000 of them. */
const MOST_RESULTS = 25_000;

const LEVELS: Readonly<Record<Severity, ReportingConfiguration.level>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

export const sarifReport: ReportFormat = (run, { version }) => {
  const located = locatedFindings(run);
  const prints = new Map(fingerprints(located).map((print, index) => [located[index]?.finding, print]));
  const suppressed = located.filter(({ finding }) => finding.suppressed !== false);
  const shown = [...worstFirst(run), ...suppressed].slice(0, MOST_RESULTS);
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
        properties: { asOf: run.asOf, factsCheckedOn: run.catalog.checkedOn },
        results: shown.map((one) => result(one, prints.get(one.finding) ?? '')),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

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
  const { file, finding, start, end, slice } = located;
  const { rule, severity, message, fix, suppressed } = finding;
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
    ...(fix === null ? {} : { fixes: [sarifFix(fix, located)] }),
    ...(suppressed === false
      ? {}
      : { suppressions: [{ kind: 'inSource' as const, justification: suppressed.reason }] }),
  };
}

function sarifFix({ title, edits }: Fix, { file, at }: LocatedFinding) {
  const replacements = edits.map((edit) => ({
    deletedRegion: region(at(edit.start), at(edit.end)),
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
