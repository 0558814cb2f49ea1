// The layout of arguments that become too long for their line: each on a line of its own.

import type { SyntaxNode } from '../../routes/syntax/tree.ts';
import type { TextEdit } from '../../routes/types.ts';
import { indentAt } from './nodes.ts';

/** The longest line that is left as one. */
export const LONGEST = 120;

/** The longest value behind the name of its argument, with its indentation. */
const LONGEST_VALUE = 82;

/** By how much a script's lines are indented, by the first that are. */
export const stepOf = (text: string): string => /^(?:\t| {4}| {2})(?=\S)/m.exec(text)?.[0] ?? '  ';

/** Entries between brackets: on one line where they fit behind the name of their argument, else each on its own. */
export function bracketed(entries: readonly string[], pad: string, indent: string, step: string): string {
  const flat = `{${pad}${entries.join(', ')}${pad}}`;
  if (indent.length + flat.length <= LONGEST_VALUE) return flat;
  return `{\n${entries.map((entry) => `${indent}${step}${entry},\n`).join('')}${indent}}`;
}

/** Whether the arguments stand on one line that would be too long with so many characters more. */
export function growsTooLong(args: SyntaxNode, more: number, text: string): boolean {
  const lineStart = text.lastIndexOf('\n', args.start) + 1;
  const lineEnd = text.indexOf('\n', args.start);
  const length = (lineEnd < 0 ? text.length : lineEnd) - lineStart;
  const isPlain = gapsOf(args).every(([start, end]) => /^[\s,]*$/.test(text.slice(start, end)));
  return isPlain && args.end <= lineStart + length && length + more > LONGEST;
}

/** Line breaks between the arguments, which stand on one line. */
export function brokenUp(args: SyntaxNode, step: string, text: string): readonly TextEdit[] {
  const indent = indentAt(text, args.start);
  const gaps = gapsOf(args);
  return gaps.map(([start, end], at) => {
    const comma = at === 0 ? '' : ',';
    return { start, end, newText: `${comma}\n${indent}${at === gaps.length - 1 ? '' : step}` };
  });
}

/** What stands before, between and behind the arguments. */
function gapsOf(args: SyntaxNode): readonly (readonly [number, number])[] {
  const starts = [args.start + 1, ...args.children.map(({ end }) => end)];
  const ends = [...args.children.map(({ start }) => start), args.end - 1];
  return starts.map((start, at) => [start, ends[at] ?? start] as const);
}

/** Where an argument is rewritten from: behind the one before, where both stand on one line of several. */
export function ownLine(argument: SyntaxNode, args: SyntaxNode, text: string): number | null {
  const before = args.children[args.children.indexOf(argument) - 1];
  if (before === undefined) return null;
  return /^,[ \t]*$/.test(text.slice(before.end, argument.start)) ? before.end : null;
}

/** The edit of an argument, on a line of its own where it is to move there. */
export const placed = (
  argument: { readonly start: number; readonly end: number },
  from: number | null,
  next: string,
  written: string,
): TextEdit => ({
  start: from ?? argument.start,
  end: argument.end,
  newText: from === null ? written : `${next}${written}`,
});

/** Takes names out of a list with their commas, but for comments between them; null where all of them go. */
export function withoutNames(
  names: readonly SyntaxNode[],
  isGone: (name: SyntaxNode) => boolean,
  text: string,
): readonly TextEdit[] | null {
  if (names.every(isGone)) return null;
  return names.flatMap((name, at): readonly TextEdit[] => {
    const before = names[at - 1];
    if (!isGone(name) || (before !== undefined && isGone(before))) return [];
    const next = names.findIndex((one, index) => index > at && !isGone(one));
    const last = names[next < 0 ? names.length - 1 : next - 1] ?? name;
    const [start, end] =
      next < 0 ? [before?.end ?? name.start, last.end] : [name.start, names[next]?.start ?? last.end];
    return /#|\/[/*]/.test(text.slice(start, end)) ? [] : [{ start, end, newText: '' }];
  });
}

/** A statement with its lines, and a blank one of two that would meet; null where something else stands on them. */
export function wholeLines({ start, end }: SyntaxNode, text: string): TextEdit | null {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next < 0 ? text.length : next + 1;
  if (!['', ';'].includes((text.slice(from, start) + text.slice(end, to)).trim())) return null;
  const isApart = /(?:^|\n)\r?\n$/.test(text.slice(0, from)) && /^\r?\n/.test(text.slice(to));
  return { start: from, end: isApart ? text.indexOf('\n', to) + 1 : to, newText: '' };
}

/** One more entry behind the others between brackets, laid out as they are; `padding` stands around the only one. */
export function appended(list: SyntaxNode, entry: string, text: string, padding = ''): readonly TextEdit[] {
  const last = list.children.at(-1);
  if (last === undefined)
    return [{ start: list.start + 1, end: list.end - 1, newText: `${padding}${entry}${padding}` }];
  const isTall = text.slice(list.start, list.children[0]?.start).includes('\n');
  const gap = isTall ? `\n${indentAt(text, last.start)}` : ' ';
  const comma = /^\s*,/.exec(text.slice(last.end, list.end))?.[0].length;
  if (comma === undefined) return [{ start: last.end, end: last.end, newText: `,${gap}${entry}` }];
  const at = last.end + comma;
  const [line = ''] = text.slice(at).split('\n', 1);
  const end = isTall ? at + line.length : at;
  return [{ start: end, end, newText: `${gap}${entry},` }];
}
