// The comparison for a terminal: at most a screen.
import { everyText } from '../../outlets/everyText.ts';
import { plainLine } from '../../outlets/plain.ts';
import type { ReportDiff } from './compare.ts';
import { type DiffRow, dayWords, sectionsOf, sumLines } from './rows.ts';

const MOST_ROWS = 10;

/** The text of the comparison. */
export function diffText(reported: ReportDiff): string {
  const diff = everyText(reported, plainLine);
  const sections = sectionsOf(diff).flatMap(([title, rows]) => section(title, rows));
  const body =
    sections.length === 0 ? ['No route, finding, contract, fallback or evidence has changed.'] : sections;
  return `${diff.base} → ${diff.head}, ${dayWords(diff)}\n\n${[...body, ...sumLines(diff)].join('\n')}\n`;
}

function section(title: string, rows: readonly DiffRow[]): readonly string[] {
  const lines = rows.slice(0, MOST_ROWS).map(({ sign, where, what }) => `  ${sign} ${where}  ${what}`);
  const rest = rows.length - MOST_ROWS;
  return [title, ...lines, ...(rest > 0 ? [`  … and ${rest} more`] : []), ''];
}
