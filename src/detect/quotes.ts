// The quotes around a literal, as source code, JSON in strings, HTML and URLs write them.

/** How far to look for what surrounds an ID, in UTF-16 code units. */
export const REACH = 240;

const OPENING = /(?:(?<!\\)\\*["'`]|%22|&quot;|&#39;|\\u0022)$/;
const ENCODED_OPENING = /(?:%22|&quot;|&#39;|\\u0022)$/;
const ENCODED_CLOSING = /^(?:%22|&quot;|&#39;|\\u0022)/;
const STRING_PREFIX = /(?:^|[^\w])(?:[fFrRbBuU]{1,2}|@|\$|\$@)$/;

/** Whether a quote opens directly before `start` and its like closes directly at `end`. */
export function isQuoted(text: string, start: number, end: number): boolean {
  const open = text[start - 1] ?? '';
  const after = text.slice(end, end + 6);
  // n8n's fixed expressions: `"=veo3_fast"`.
  if (open === '=' && /["']/.test(text[start - 2] ?? '')) return after[0] === text[start - 2];
  if (/["'`]/.test(open)) return /^\\*(["'`])/.exec(after)?.[1] === open;
  return ENCODED_OPENING.test(text.slice(Math.max(0, start - 6), start)) && ENCODED_CLOSING.test(after);
}

/** Languages that write strings in backticks; in others a backtick is how prose in a string sets code apart. */
const BACKTICK_STRINGS: ReadonlySet<string> = new Set(
  'typescript tsx javascript vue svelte astro go html markdown text other'.split(' '),
);

/** Whether the literal is a string of its language, not a word that a text in a string sets apart (docstrings, prompts). */
export const isStringOf = (language: string, text: string, start: number): boolean =>
  text[start - 1] !== '`' || (BACKTICK_STRINGS.has(language) && text[start - 2] !== '\\');

/** Whether a quote opens directly before the literal, closed behind it or not. */
export const hasOpenQuote = (text: string, start: number): boolean => /["'`]/.test(text[start - 1] ?? '');

/** The text before `start` on its line, at most `REACH` of it. */
export function lineBefore(text: string, start: number): string {
  const left = text.slice(Math.max(0, start - REACH), start);
  return left.slice(left.lastIndexOf('\n') + 1);
}

/** Strips the opening quote, its escapes and its string prefix from what stands before a literal. */
export function withoutQuote(before: string): string {
  const bare = before.replace(OPENING, '');
  if (bare === before) return before;
  return STRING_PREFIX.test(bare) ? bare.replace(/[fFrRbBuU@$]{1,2}$/, '') : bare;
}
