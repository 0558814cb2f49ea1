// Annotations for GitHub's log: workflow commands, worst first, as many of each kind as GitHub shows, and what is left out.
import type { Severity } from '../audit/types.ts';
import { commandData, commandProperty } from '../outlets/workflowCommand.ts';
import { thousands } from '../thousands.ts';
import { countFindings, countWords } from './counts.ts';
import { type LocatedFinding, worstFirst } from './located.ts';
import type { ReportFormat } from './types.ts';

type Kind = 'error' | 'warning' | 'notice';

const KINDS: Readonly<Record<Severity, Kind>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** GitHub shows ten annotations of each kind for a step. */
const MOST_OF_A_KIND = 10;

export const githubReport: ReportFormat = (run) => {
  const all = worstFirst(run);
  const shown = (['error', 'warning', 'notice'] as const).flatMap((kind) =>
    all.filter(({ finding }) => KINDS[finding.severity] === kind).slice(0, MOST_OF_A_KIND),
  );
  const left = all.length - shown.length;
  const sums = `${countWords(countFindings(run))} as of ${run.asOf}.`;
  const rest =
    left === 0
      ? ''
      : ` ${thousands(left)} of them ${left === 1 ? 'is' : 'are'} not annotated: GitHub shows ten of each kind.`;
  return `${shown.map(annotation).join('')}Veo Route Audit: ${sums}${rest}\n`;
};

function annotation({ file, start, end, finding }: LocatedFinding): string {
  const isOneLine = start.line === end.line;
  const properties = {
    file,
    line: String(start.line),
    ...(isOneLine
      ? { col: String(start.column), endColumn: String(end.column) }
      : { endLine: String(end.line) }),
    title: `Veo Route Audit: ${finding.rule}`,
  };
  const pairs = Object.entries(properties).map(([name, value]) => `${name}=${commandProperty(value)}`);
  return `::${KINDS[finding.severity]} ${pairs.join(',')}::${commandData(finding.message)}\n`;
}
