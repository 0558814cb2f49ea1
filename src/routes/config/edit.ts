// Surgical edits: another value for one scalar, another list without one of its items. Quotes, comments, order and
// the style of everything else stay.
import type { Place, TextEdit } from '../types.ts';

/**
 * The edit that gives a scalar another value. `place` is its content (inside the quotes, where there are any); a
 * part of a scalar may be replaced, too. Null where the value cannot stand there without changing the style of its
 * surroundings: a line break, or a quote inside a string that is nested in another one.
 */
export function scalarEdit(
  text: string,
  { start, end }: Place,
  value: string | number | boolean,
): TextEdit | null {
  const newText = String(value);
  if (/[\n\r\t]/.test(newText)) return null;
  const open = text[start - 1];
  const quote = (open === '"' || open === "'") && text[end] === open ? open : null;
  if (quote !== null && text[start - 2] !== '\\') return { start, end, newText: quoted(newText, quote) };
  if (/^[\w/][\w.\-/@:]*$/.test(newText) && !newText.endsWith(':'))
    return safePlain(text, { start, end }, newText);
  return null;
}

function quoted(value: string, quote: '"' | "'"): string {
  return quote === '"' ? value.replace(/[\\"]/g, '\\$&') : value.replaceAll("'", "''");
}

/** A plain word stays a plain word; one that a parser would take for a number or a truth only replaces its like. */
function safePlain(text: string, { start, end }: Place, newText: string): TextEdit | null {
  const typed = /^(?:-?[\d.][\d_.]*(?:e[+-]?\d+)?|0[ox][\da-f]+|true|false|yes|no|on|off|null|~)$/i;
  if (typed.test(newText) !== typed.test(text.slice(start, end))) return null;
  return { start, end, newText };
}

/**
 * The edit that takes an item out of a list (`[400, 429]`, `["400", "429"]`, or a line `- 400`). `place` is the
 * item's content. Null where the item is the only one of a list in brackets, or the list is none that is known.
 */
export function itemRemoval(text: string, { start, end }: Place): TextEdit | null {
  const quote = (text[start - 1] === '"' || text[start - 1] === "'") && text[end] === text[start - 1] ? 1 : 0;
  const from = start - quote;
  const to = end + quote;
  const before = /(?:([[,])|(?<![ \t\r\n]))([ \t\r\n]*)$/.exec(text.slice(Math.max(0, from - 400), from));
  const after = /^[ \t]*,[ \t]*/.exec(text.slice(to, to + 400));
  if (before?.[1] === '[' && after !== null) return { start: from, end: to + after[0].length, newText: '' };
  if (before?.[1] === ',') return { start: from - 1 - (before[2] ?? '').length, end: to, newText: '' };
  return lineRemoval(text, from, to);
}

/** A block item on a line of its own; a comment behind it is worth more than the edit. */
function lineRemoval(text: string, from: number, to: number): TextEdit | null {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const lineBreak = text.indexOf('\n', to);
  const lineEnd = lineBreak < 0 ? text.length : lineBreak + 1;
  if (!/^\s*-\s+$/.test(text.slice(lineStart, from)) || text.slice(to, lineEnd).trim() !== '') return null;
  const sibling = /^\s*-\s/;
  const above = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart);
  const below = text.slice(lineEnd, lineEnd + 400);
  return sibling.test(above) || sibling.test(below) ? { start: lineStart, end: lineEnd, newText: '' } : null;
}
