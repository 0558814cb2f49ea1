// The comparison as a comment on a pull request; the hidden marker lets it be updated instead of repeated.
import { capital } from '../../audit/wording.ts';
import { markdownCode, markdownText } from '../../outlets/markdown.ts';
import { COMMENT_MARKER, table } from '../markdown.ts';
import type { ReportDiff } from './compare.ts';
import { type DiffRow, dayWords, sectionsOf, sumLines } from './rows.ts';

const HEAD = ['', 'Where', 'What'];

/** The Markdown of the comparison. */
export function diffMarkdown(diff: ReportDiff): string {
  const parts = [
    COMMENT_MARKER,
    `## Veo routes: ${markdownText(diff.base)} → ${markdownText(diff.head)}`,
    sumLines(diff)
      .map((line) => `- ${line}`)
      .join('\n'),
    ...sectionsOf(diff).flatMap(([title, rows]) => table(title, HEAD, rows.map(cells))),
    `${capital(dayWords(diff))}.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

const cells = ({ sign, where, what }: DiffRow): readonly string[] => [
  markdownCode(sign),
  markdownCode(where),
  markdownText(what),
];
