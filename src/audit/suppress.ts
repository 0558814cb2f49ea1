// Writes suppressions: the comment that silences a rule on the line of a finding.
import type { Day } from '../catalog/types.ts';
import { documentParts } from '../detect/documents/parts.ts';
import type { TextDocument } from '../detect/types.ts';
import type { TextEdit } from '../routes/types.ts';
import { applyEdits } from './edits.ts';
import { readSuppressions } from './suppressions.ts';
import type { Suppression } from './types.ts';

export interface NewSuppression {
  readonly rule: string;
  readonly scope: Suppression['scope'];
  /** The last day on which it holds; null for no end. */
  readonly until: Day | null;
  readonly reason: string;
}

/**
 * The edit that puts a suppression on a line of its own, in the comment syntax of the language there: above the line
 * that holds `offset`, or for a whole file at its top. Null where no comment can stand there (JSON).
 */
export function suppressionEdit(
  document: TextDocument,
  offset: number,
  suppression: NewSuppression,
): TextEdit | null {
  return suppression.scope === 'file'
    ? editForFile(document, suppression)
    : editAbove(document, offset, suppression);
}

function editAbove(document: TextDocument, offset: number, suppression: NewSuppression): TextEdit | null {
  const { text } = document;
  const comment = commentAt(document, offset, directive(suppression));
  if (comment === null) return null;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
  return { start: lineStart, end: lineStart, newText: `${indent}${comment}${newlineOf(text)}` };
}

/** First lines that must stay first: those for the system, for PHP and XML, and the fence of a front matter. */
const FIRST_LINE = /^(?:#!|<\?|---)[^\n]*\n/;

function editForFile(document: TextDocument, suppression: NewSuppression): TextEdit | null {
  const { text } = document;
  const start = FIRST_LINE.exec(text)?.[0].length ?? 0;
  const comment = commentAt(document, start, directive(suppression));
  if (comment === null) return null;
  const edit = { start, end: start, newText: `${comment}${newlineOf(text)}` };
  const written = readSuppressions(
    { ...document, text: applyEdits(text, [edit]) },
    new Set([suppression.rule]),
  );
  return written.some(({ scope, rules }) => scope === 'file' && rules.includes(suppression.rule))
    ? edit
    : null;
}

const newlineOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

function directive({ rule, scope, until, reason }: NewSuppression): string {
  const oneLine = reason.replace(/\s+/g, ' ').trim();
  const sign = scope === 'file' ? 'veo-audit-ignore-file' : 'veo-audit-ignore';
  return `${sign} ${rule}${until === null ? '' : ` until ${until}`} -- ${oneLine}`;
}

/** Null inside notebooks' JSON too: there the cell is the document to edit. */
function commentAt(document: TextDocument, offset: number, content: string): string | null {
  if (document.path.endsWith('.ipynb') && document.language === undefined) return null;
  const part = documentParts(document).findLast((candidate) => candidate.sourceOffset(0) <= offset);
  const syntax = part?.language.comments;
  const line = syntax?.line[0];
  if (line !== undefined) return `${line.trimEnd()} ${content}`;
  const block = syntax?.block[0];
  return block === undefined ? null : `${block[0]} ${content} ${block[1]}`;
}
