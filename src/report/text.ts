// The report for people in a terminal: grouped by file, worst state named, ending with the sums.

import { styleText } from 'node:util';
import { isAtLeast } from '../audit/severity.ts';
import type { DocumentAudit, Finding, Severity } from '../audit/types.ts';
import { positionCounter } from '../detect/lines.ts';
import { counted } from '../outlets/counted.ts';
import { plainLine } from '../outlets/plain.ts';
import { thousands } from '../thousands.ts';
import { countFindings, countWords } from './counts.ts';
import { elsewhereNote } from './elsewhere.ts';
import type { ReportFormat, ReportOptions, RunAudit } from './types.ts';

type Style = Parameters<typeof styleText>[0];

const SEVERITY_STYLE: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  info: 'blue',
  hint: 'gray',
};

export const textReport: ReportFormat = (run, options) => {
  const { detail } = options;
  if (detail === 'sums') return summary(run, options);
  const blocks = run.audits.flatMap((audit) => fileBlock(audit, options));
  return detail === 'all' ? [...blocks, summary(run, options)].join('\n') : blocks.join('\n');
};

/** Whether a finding is to be shown at all. */
function isShown({ suppressed, severity }: Finding, { detail }: ReportOptions): boolean {
  if (suppressed !== false) return false;
  if (typeof detail === 'string') return true;
  return isAtLeast(severity, detail.from);
}

function paint(text: string, style: Style, { color }: ReportOptions): string {
  // Whether the output shows colours was decided before: it may be a pipe into a pager that does.
  return color ? styleText(style, text, { validateStream: false }) : text;
}

/** The lines of one file; none where nothing of it is shown. */
function fileBlock(audit: DocumentAudit, options: ReportOptions): readonly string[] {
  const shown = audit.findings.filter((finding) => isShown(finding, options));
  if (shown.length === 0) return [];
  const at = positionCounter(audit.document.text);
  const said = new Set<string>();
  const rows = shown.map((finding) => {
    const saying = `${finding.severity} ${finding.message}`;
    const isRepeated = said.has(saying);
    said.add(saying);
    return row(finding, at(finding.start), isRepeated);
  });
  const place = Math.max(...rows.map((cells) => cells.place.length));
  const severity = Math.max(...rows.map((cells) => cells.severity.length));
  const lines = rows.map(
    (cells) =>
      `  ${paint(cells.place.padStart(place), 'dim', options)}  ${paint(cells.severity.padEnd(severity), SEVERITY_STYLE[cells.severity], options)}  ${cells.message}  ${paint(cells.rule, 'dim', options)}`,
  );
  return [`${paint(plainLine(audit.document.path), 'underline', options)}\n${lines.join('\n')}\n`];
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** What to do stands once in a file for all that the same is said of. */
function row({ severity, message, rule }: Finding, { line, column }: Position, isRepeated: boolean) {
  return {
    place: `${line}:${column}`,
    severity,
    message: plainLine(isRepeated ? firstSentence(message) : message),
    rule,
  };
}

/** What is so, without what to do about it. */
function firstSentence(message: string): string {
  const end = message.search(/\. [A-Z]/);
  return end < 0 ? message : message.slice(0, end + 1);
}

function summary(run: RunAudit, options: ReportOptions): string {
  const counts = countFindings(run);
  const findings = run.audits.flatMap((audit) => audit.findings);
  const suppressed = findings.filter((finding) => finding.suppressed !== false).length;
  const fixable = findings.filter((finding) => finding.fix && !finding.suppressed).length;
  const total = counts.error + counts.warning + counts.info + counts.hint;
  const parts = [countWords(counts), ...(suppressed > 0 ? [`${thousands(suppressed)} suppressed`] : [])].join(
    ', ',
  );
  const worst: Style = counts.error > 0 ? 'red' : counts.warning > 0 ? 'yellow' : 'green';
  const head = `${counted(total, 'finding')}: ${parts}`;
  const fixes = fixable > 0 ? ` --fix can fix ${thousands(fixable)} of them.` : '';
  const note = elsewhereNote(findings);
  return [
    `${paint(head, worst, options)}.${fixes}`,
    ...(note === '' ? [] : [note]),
    `${idsIn(run)}, as of ${run.asOf} (facts checked ${run.catalog.checkedOn}).`,
    '',
  ].join('\n');
}

/** `3 model IDs in 2 of 40 files`: how many files were looked into is not where the IDs stand. */
function idsIn({ audits, files }: RunAudit): string {
  const holding = audits.filter(({ references }) => references.length > 0);
  const ids = counted(
    holding.reduce((sum, { references }) => sum + references.length, 0),
    'model ID',
  );
  const all = counted(files, 'file');
  return holding.length === 0 || holding.length >= files
    ? `${ids} in ${all}`
    : `${ids} in ${thousands(holding.length)} of ${all}`;
}
