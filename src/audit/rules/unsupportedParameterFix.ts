// Edits that mend one argument of a call, or null where the source is not plain enough to be sure.
import type { Place } from '../../routes/types.ts';
import type { TextEdit } from '../types.ts';

/** Puts a number in the place of a plain number, quoted or not. */
export function replacementOf(text: string, { start, end }: Place, value: string): TextEdit | null {
  const number = /^(["']?)\d+\1$/.exec(text.slice(start, end));
  if (number === null) return null;
  const quote = number[1] ?? '';
  return { start, end, newText: `${quote}${value}${quote}` };
}

/**
 * Takes out `name: value,` or `name = value,` with its comma, and its line where nothing else stands on it.
 * Null where no comma follows (the argument before would keep one too many) or the value is wrapped.
 */
export function removalOf(text: string, { start, end }: Place): TextEdit | null {
  const before = /["']?\w+["']?[ \t]*(?:[:=]|=>)[ \t]*$/.exec(text.slice(Math.max(0, start - 80), start));
  const after = /^[ \t]*,[ \t]*/.exec(text.slice(end, end + 80));
  if (before === null || after === null) return null;
  const from = start - before[0].length;
  const to = end + after[0].length;
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const lineBreak = /^\r?\n/.exec(text.slice(to, to + 2));
  const isAlone = text.slice(lineStart, from).trim() === '' && lineBreak !== null;
  if (!isAlone) return { start: from, end: to, newText: '' };
  return { start: lineStart, end: to + lineBreak[0].length, newText: '' };
}
