// Where a Python text speaks to people in strings that stand as statements of their own.
import type { Span } from './comments.ts';

/** How far back the code before a string is looked for, in UTF-16 code units. */
const REACH = 400;

/** What ends code that goes on with the string: it is an argument, an item, a value. */
const GOES_ON = /(?:[([{,=+%\\]|\b(?:return|in|and|or|not|else|yield|raise))$/;

/** The docstrings of a Python text in order of position. Linear in its length; one that is never closed runs to the end. */
export function docstringSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (let at = 0; ; ) {
    const opening = nextQuote(text, at);
    if (opening === null) return spans;
    const close = text.indexOf(opening.quote, opening.at + 3);
    const end = close < 0 ? text.length : close + 3;
    if (isStatement(text, opening.at)) spans.push({ start: opening.at, end });
    at = end;
  }
}

function nextQuote(text: string, from: number): { readonly quote: string; readonly at: number } | null {
  const sign = /"""|'''/g;
  sign.lastIndex = from;
  const match = sign.exec(text);
  return match === null ? null : { quote: match[0], at: match.index };
}

/** Whether a string that opens at `at` is all that its statement says. */
function isStatement(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  const line = before.lastIndexOf('\n') + 1;
  if (!/^[ \t]*[rRuU]?$/.test(before.slice(line))) return false;
  return !GOES_ON.test(before.slice(0, line).trimEnd());
}
