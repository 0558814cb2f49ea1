// Where the comments of a text are. One pass over the delimiters, linear in the text's length.
import type { CommentSyntax } from './languages/commentSyntax.ts';

/** A half-open stretch of text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function delimiterPattern(syntax: CommentSyntax): RegExp | null {
  const signs = [
    ...syntax.block.map(([open]) => open),
    ...syntax.longQuotes,
    ...syntax.line,
    ...syntax.quotes,
    ...(syntax.regex ? ['/'] : []),
  ].sort((a, b) => b.length - a.length);
  return signs.length === 0 ? null : new RegExp([...new Set(signs)].map(escapeRegex).join('|'), 'g');
}

/** How deep templates in templates are followed: deeper ones are no program that a person wrote. */
const DEEPEST = 40;

/** The longest regular expression literal, in UTF-16 code units: keeps the search linear in broken text. */
const LONGEST_REGEX = 1000;

/** The end of a string whose content starts at `from`; the end of the line or text where it is never closed. */
function stringEnd(text: string, from: number, quote: string, multiline: boolean, depth = 0): number {
  for (let at = from; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === 92) at++;
    else if (char === 10 && !multiline) return at;
    else if (quote === '`' && depth < DEEPEST && text.startsWith('${', at))
      at = interpolationEnd(text, at + 2, depth + 1) - 1;
    else if (text.startsWith(quote, at)) return at + quote.length;
  }
  return text.length;
}

/** The end of a `${…}` whose content starts at `from`; strings and templates inside it are skipped. */
function interpolationEnd(text: string, from: number, nesting: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '"' || char === "'" || char === '`')
      at = stringEnd(text, at + 1, char, char === '`', nesting) - 1;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}

/** The end of a regular expression literal opened at `from - 1`, or null where this is a division. */
function regexEnd(text: string, from: number): number | null {
  // `} />` closes a JSX element.
  if (text[from] === '>') return null;
  const before = text.slice(Math.max(0, from - 40), from - 1).trimEnd();
  if (
    before !== '' &&
    !/[(,=:[!&|?{};+\-*%~^]$|\b(return|typeof|case|in|of|void|delete|do|else)$/.test(before)
  )
    return null;
  let inClass = false;
  for (let at = from; at < Math.min(text.length, from + LONGEST_REGEX); at++) {
    const char = text[at];
    if (char === '\n') return null;
    if (char === '\\') at++;
    else if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    else if (char === '/' && !inClass) return at + 1;
  }
  return null;
}

function blockEnd(
  text: string,
  from: number,
  [open, close]: readonly [string, string],
  nested: boolean,
): number {
  let depth = 1;
  for (let at = from; ; ) {
    const end = text.indexOf(close, at);
    if (end < 0) return text.length;
    const inner = nested ? text.indexOf(open, at) : -1;
    if (inner >= 0 && inner < end) {
      depth++;
      at = inner + open.length;
      continue;
    }
    depth--;
    at = end + close.length;
    if (depth === 0) return at;
  }
}

function startsComment(text: string, at: number, syntax: CommentSyntax): boolean {
  // `#[` opens an attribute in PHP, not a comment.
  if (text.startsWith('#[', at) && !syntax.lineNeedsSpace && syntax.line.includes('//')) return false;
  if (syntax.ownLine === true) return isFirstInLine(text, at);
  if (!syntax.lineNeedsSpace || at === 0) return true;
  return /[\s;({[,]/.test(text[at - 1] ?? ' ');
}

/** How far a comment may be indented, in UTF-16 code units. */
const DEEPEST_INDENT = 80;

function isFirstInLine(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - DEEPEST_INDENT), at);
  const indent = before.slice(before.lastIndexOf('\n') + 1);
  return indent.trim() === '' && (indent.length < before.length || at <= DEEPEST_INDENT);
}

/** The comments of `text` in order of position. */
export function commentSpans(text: string, syntax: CommentSyntax): readonly Span[] {
  const spans: Span[] = [];
  const pattern = delimiterPattern(syntax);
  if (pattern === null) return spans;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const sign = match[0];
    const at = match.index;
    const after = at + sign.length;
    const block = syntax.block.find(([open]) => open === sign);
    if (block) {
      pattern.lastIndex = blockEnd(text, after, block, syntax.nested ?? false);
      spans.push({ start: at, end: pattern.lastIndex });
    } else if (syntax.line.includes(sign)) {
      if (!startsComment(text, at, syntax)) continue;
      const newline = text.indexOf('\n', after);
      pattern.lastIndex = newline < 0 ? text.length : newline;
      spans.push({ start: at, end: pattern.lastIndex });
    } else if (sign === '/') {
      pattern.lastIndex = regexEnd(text, after) ?? after;
    } else if (isQuote(text, at, sign)) {
      pattern.lastIndex = stringEnd(text, after, sign, syntax.longQuotes.includes(sign));
    }
  }
  return spans;
}

/** An apostrophe inside a word (`don't` in JSX text or prose) opens no string. */
function isQuote(text: string, at: number, sign: string): boolean {
  return (
    sign !== "'" ||
    at === 0 ||
    !/\w/.test(text[at - 1] ?? '') ||
    !/\w/.test(text[at + 1] ?? '') ||
    /[bBrRuUfF]/.test(text[at - 1] ?? '')
  );
}

/** Whether an offset lies in one of the sorted spans. */
export function within(spans: readonly Span[], offset: number): boolean {
  let low = 0;
  let high = spans.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle];
    if (span === undefined) return false;
    if (offset < span.start) high = middle - 1;
    else if (offset >= span.end) low = middle + 1;
    else return true;
  }
  return false;
}
