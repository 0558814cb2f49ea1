// The comparison for a terminal: at most a screen.
import { everyText } from '../../outlets/everyText.ts';
import { plainLine } from '../../outlets/plain.ts';
import type { ReportDiff } from './compare.ts';
import {
  contractRowsOf,
  type DiffRow,
  dayWords,
  evidenceRowsOf,
  fallbackRowsOf,
  findingRowsOf,
  routeRowsOf,
  sumLines,
} from './rows.ts';

const MOST_ROWS = 10;

/** The text of the comparison. */
export function diffText(reported: ReportDiff): string {
  const diff = everyText(reported, plainLine);
  const sections = [
    ...section('Routes', routeRowsOf(diff)),
    ...section('Findings', findingRowsOf(diff)),
    ...section('Contracts', contractRowsOf(diff)),
    ...section('Fallbacks', fallbackRowsOf(diff)),
    ...section('Evidence', evidenceRowsOf(diff)),
  ];
  const body =
    sections.length === 0 ? ['No route, finding, contract, fallback or evidence has changed.'] : sections;
  return `${diff.base} → ${diff.head}, ${dayWords(diff)}\n\n${[...body, ...sumLines(diff)].join('\n')}\n`;
}

function section(title: string, rows: readonly DiffRow[]): readonly string[] {
  if (rows.length === 0) return [];
  const lines = rows.slice(0, MOST_ROWS).map(({ sign, where, what }) => `  ${sign} ${where}  ${what}`);
  const rest = rows.length - MOST_ROWS;
  return [title, ...lines, ...(rest > 0 ? [`  … and ${rest} more`] : []), ''];
}
