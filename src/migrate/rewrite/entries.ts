// The entries of a tall list of parameters, rewritten one by one: what stands between them, comments too, stays where it is.

import type { SyntaxNode } from '../../routes/syntax/tree.ts';
import type { TextEdit } from '../../routes/types.ts';
import { indentAt } from './nodes.ts';
import { refuse } from './refusal.ts';

export interface Entry {
  readonly node: SyntaxNode;
  /** What is written in its place; null where it goes away. */
  readonly written: string | null;
}

/** What is written before and behind the entries that stay. */
export interface Added {
  readonly head: string;
  readonly tail: readonly string[];
  /** Whether the last entry ends with a comma in any case. */
  readonly comma: boolean;
}

const COMMENT = /\/\/|\/\*|#/;

/** The edits of entries between brackets; `end` is the offset of the closing one. Comments of what goes away end a rewriting. */
export function entryEdits(
  entries: readonly Entry[],
  { head, tail, comma }: Added,
  end: number,
  text: string,
): readonly TextEdit[] {
  const first = entries[0];
  const last = entries.at(-1);
  if (first === undefined || last === undefined) refuse('Its config is empty.');
  for (const [at, { node, written }] of entries.entries())
    if (written === null && hasComment(node, entries[at - 1]?.node, entries[at + 1]?.node.start ?? end, text))
      refuse('A comment stands beside a parameter that goes away.');
  const indent = indentAt(text, first.node.start);
  const gap = `,\n${indent}`;
  return entries.flatMap(({ node, written }, at): readonly TextEdit[] => {
    const { start } = node;
    const isFirst = at === 0;
    const isLast = at === entries.length - 1;
    const own = [...(isFirst ? [head] : []), ...(written === null ? [] : [written])];
    if (isLast) return lastEdits(node, own, { tail, comma }, gap, end, text);
    if (own.length === 0) return [{ start, end: behindComma(node.end, text), newText: '' }];
    return [{ start, end: node.end, newText: own.join(gap) }];
  });
}

/** Where the text goes on behind an entry, its comma and the blanks after it. */
const behindComma = (offset: number, text: string): number =>
  offset + (/^\s*,?\s*/.exec(text.slice(offset))?.[0].length ?? 0);

/** The last entry with what follows it: its own comment stays on its line. */
function lastEdits(
  { start, end: own }: SyntaxNode,
  written: readonly string[],
  { tail, comma }: Omit<Added, 'head'>,
  gap: string,
  end: number,
  text: string,
): readonly TextEdit[] {
  const hadComma = /^\s*,/.test(text.slice(own, end));
  const stop = hadComma || !comma ? '' : ',';
  const [line = ''] = text.slice(own, end).split('\n');
  if (written.length === 0 || !COMMENT.test(line))
    return [{ start, end: own, newText: `${[...written, ...tail].join(gap)}${stop}` }];
  const lineEnd = own + line.length;
  return [
    { start, end: own, newText: `${written.join(gap)}${hadComma ? '' : ','}` },
    {
      start: lineEnd,
      end: lineEnd,
      newText: `${gap.slice(1)}${tail.join(gap)}${hadComma || comma ? ',' : ''}`,
    },
  ];
}

/** Whether a comment stands on an entry's own line, or between it and the one before on a line of its own. */
function hasComment(node: SyntaxNode, before: SyntaxNode | undefined, next: number, text: string): boolean {
  const above = text.slice(before?.end ?? (node.parent?.start ?? 0) + 1, node.start);
  const [behind = ''] = text.slice(node.end, next).split('\n');
  return COMMENT.test(above.slice(above.indexOf('\n') + 1)) || COMMENT.test(behind);
}
