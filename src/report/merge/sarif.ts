// Merged reports as one SARIF log; each file's path begins with the name of its report.
import { SEVERITIES } from '../../audit/types.ts';
import type { LocatedFinding } from '../located.ts';
import { MOST_RESULTS, sarifText } from '../sarif.ts';
import type { MergeFinding, MergeInput } from './input.ts';
import { grandTotals } from './totals.ts';
import type { MergeFormat } from './types.ts';

export const mergedSarif: MergeFormat = ({ catalog, version }) => {
  // No more of a severity than a log takes is kept, whatever the number of reports.
  const kept = new Map(SEVERITIES.map((severity) => [severity, [] as LocatedFinding[]]));
  return {
    add: (input) => {
      for (const one of located(input)) {
        const same = kept.get(one.finding.severity);
        if (same !== undefined && same.length < MOST_RESULTS) same.push(one);
      }
      return '';
    },
    end: (rows) => {
      const { asOf } = grandTotals('', rows);
      return sarifText([...kept.values()].flat(), { version, asOf, factsCheckedOn: catalog.checkedOn });
    },
  };
};

function located({ name, report }: MergeInput): readonly LocatedFinding[] {
  const ids = new Map(report.references.map((reference) => [placeKey(reference), reference.text]));
  return report.findings.map((finding) => {
    const id = ids.get(placeKey(finding)) ?? '';
    return {
      file: `${name}/${finding.file}`,
      start: { line: finding.line, column: finding.column },
      end: { line: finding.endLine, column: finding.endColumn },
      finding,
      slice: id,
      subject: id,
      fix: finding.fix && {
        title: finding.fix.title,
        edits: finding.fix.edits.map((edit) => ({
          start: { line: edit.line, column: edit.column },
          end: { line: edit.endLine, column: edit.endColumn },
          newText: edit.newText,
        })),
      },
    };
  });
}

type Place = Pick<MergeFinding, 'file' | 'line' | 'column' | 'endLine' | 'endColumn'>;

const placeKey = ({ file, line, column, endLine, endColumn }: Place): string =>
  `${line}:${column}-${endLine}:${endColumn} ${file}`;
