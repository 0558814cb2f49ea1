// The findings of a run with their positions, in the order that formats with limits need: worst first.
import { routeAt } from '../audit/rules/requestPlaces.ts';
import { type DocumentAudit, type Finding, type Fix, SEVERITIES } from '../audit/types.ts';
import { type Position, positionCounter } from '../detect/lines.ts';
import type { RunAudit } from './types.ts';

/** A finding and where it stands. */
export interface LocatedFinding {
  readonly file: string;
  /** Where the finding begins and ends: 1-based, the end exclusive. */
  readonly start: Position;
  readonly end: Position;
  readonly finding: Pick<Finding, 'rule' | 'severity' | 'message' | 'suppressed'>;
  /** The text of the range. */
  readonly slice: string;
  /** What the finding is about, whatever the layout: the ID, else the model of the request around it, else nothing. */
  readonly subject: string;
  /** The finding's fix by positions. */
  readonly fix: LocatedFix | null;
}

export interface LocatedFix {
  readonly title: string;
  readonly edits: readonly { readonly start: Position; readonly end: Position; readonly newText: string }[];
}

/** Every finding of a run in the order of files and positions, suppressed ones included. */
export function locatedFindings(run: RunAudit): readonly LocatedFinding[] {
  return run.audits.flatMap((audit) => {
    const { document, findings } = audit;
    const at = positionCounter(document.text);
    const subjectOf = subjectsOf(audit);
    return findings.map((finding) => ({
      file: document.path,
      start: at(finding.start),
      end: at(finding.end),
      finding,
      slice: document.text.slice(finding.start, finding.end),
      subject: subjectOf(finding),
      fix: finding.fix && locatedFix(finding.fix, at),
    }));
  });
}

const locatedFix = ({ title, edits }: Fix, at: (offset: number) => Position): LocatedFix => ({
  title,
  edits: edits.map(({ start, end, newText }) => ({ start: at(start), end: at(end), newText })),
});

function subjectsOf({ references, routes }: DocumentAudit): (finding: Finding) => string {
  const keyOf = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    `${start}-${end}`;
  const texts = new Map(references.map((reference) => [keyOf(reference), reference.text]));
  return (finding) => texts.get(keyOf(finding)) ?? routeAt(routes, finding)?.model ?? '';
}

/** The findings that count, the worst first and otherwise in the order of files and positions. */
export const worstFirst = (run: RunAudit): readonly LocatedFinding[] =>
  countingWorstFirst(locatedFindings(run));

/** Of some findings those that count, the worst first and otherwise in the given order. */
export function countingWorstFirst(located: readonly LocatedFinding[]): readonly LocatedFinding[] {
  const rank = ({ finding }: LocatedFinding): number => SEVERITIES.indexOf(finding.severity);
  return located.filter(({ finding }) => finding.suppressed === false).toSorted((a, b) => rank(a) - rank(b));
}
