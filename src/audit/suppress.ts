// Writes suppressions: the comment that silences a rule on the line of a finding.
import type { Day } from '../catalog/types.ts';
import { documentParts } from '../detect/documents/parts.ts';
import type { TextDocument } from '../detect/types.ts';
import type { TextEdit } from './types.ts';

export interface NewSuppression {
  readonly rule: string;
  /** The last day on which it holds; null for no end. */
  readonly until: Day | null;
  readonly reason: string;
}

/**
 * The edit that puts a suppression on a line of its own above the one that holds `offset`, in the comment syntax of
 * the language there. Null where that language has no comments (JSON).
 */
export function suppressionEdit(
  document: TextDocument,
  offset: number,
  suppression: NewSuppression,
): TextEdit | null {
  const comment = commentAt(document, offset, directive(suppression));
  if (comment === null) return null;
  const { text } = document;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return { start: lineStart, end: lineStart, newText: `${indent}${comment}${newline}` };
}

function directive({ rule, until, reason }: NewSuppression): string {
  const oneLine = reason.replace(/\s+/g, ' ').trim();
  return `veo-audit-ignore ${rule}${until === null ? '' : ` until ${until}`} -- ${oneLine}`;
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
