// The strings and brackets around an ID, found without a parser: one pass over a text, then short walks.
import { type Span, within } from '../documents/comments.ts';

/** How far a bracket, its end and its items are looked for, in UTF-16 code units. */
const REACH = 6000;

/** How many items of a list are looked at. */
const MOST_ITEMS = 60;

const QUOTE = /["'`]/g;

/** A string that begins at a quote, by its kind. Each reads on from its quote once. */
const STRINGS: Readonly<Record<string, RegExp>> = {
  '"""': /"""[\s\S]*?"""/y,
  "'''": /'''[\s\S]*?'''/y,
  '"': /"(?:\\.|[^"\\\n])*"/y,
  "'": /'(?:\\.|[^'\\\n])*'/y,
  '`': /`(?:\\[\s\S]|[^`\\])*`/y,
};

/** A text with the contents of strings and comments blanked, so that only brackets of the program are left. */
export interface Masked {
  readonly text: string;
  readonly code: string;
  readonly strings: readonly Span[];
}

/** Blanks strings and comments. Linear in the length of the text. */
export function masked(text: string, comments: readonly Span[]): Masked {
  const strings: Span[] = [];
  let code = '';
  let from = 0;
  const blank = (start: number, end: number): void => {
    code += text.slice(from, start) + ' '.repeat(Math.max(0, end - start));
    from = end;
  };
  let next = 0;
  let taken = 0;
  const endOf = stringEnds(text);
  for (const { index: start } of text.matchAll(QUOTE)) {
    if (start < taken || within(comments, start)) continue;
    const end = endOf(start);
    if (end === null) continue;
    taken = end;
    for (; next < comments.length && (comments[next]?.start ?? 0) < start; next++) {
      const comment = comments[next];
      if (comment !== undefined && comment.start >= from) blank(comment.start, comment.end);
    }
    if (start < from) continue;
    strings.push({ start, end });
    blank(start + 1, end - 1);
  }
  for (const comment of comments.slice(next)) if (comment.start >= from) blank(comment.start, comment.end);
  code += text.slice(from);
  return { text, code, strings };
}

/**
 * Where the string ends whose quote stands at an offset; null where it is never closed. A kind that was not closed
 * behind one quote is not looked for again up to where that search ended: only escaped quotes can stand there.
 */
function stringEnds(text: string): (start: number) => number | null {
  const unclosedTo = new Map<string, number>();
  return (start) => {
    const quote = text[start] ?? '';
    for (const kind of quote === '`' ? [quote] : [quote.repeat(3), quote]) {
      const pattern = STRINGS[kind];
      if (pattern === undefined || !text.startsWith(kind, start)) continue;
      if (start < (unclosedTo.get(kind) ?? 0)) continue;
      pattern.lastIndex = start;
      const found = pattern.exec(text);
      if (found !== null) return start + found[0].length;
      const line = kind.length === 3 || kind === '`' ? -1 : text.indexOf('\n', start);
      unclosedTo.set(kind, line < 0 ? text.length : line);
    }
    return null;
  };
}

/** The string that an offset lies in; null outside of strings. */
export function stringAt({ strings }: Masked, offset: number): Span | null {
  let low = 0;
  let high = strings.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = strings[middle];
    if (span === undefined) return null;
    if (offset < span.start) high = middle - 1;
    else if (offset >= span.end) low = middle + 1;
    else return span;
  }
  return null;
}

/** One item of a bracket: its source, the key in front of it, and whether it is just a string. */
export interface Item extends Span {
  readonly key: string | null;
  readonly isString: boolean;
}

/** The innermost bracket around an offset. */
export interface Container extends Span {
  readonly bracket: '(' | '[' | '{';
  /** The code in front of the bracket, of its line and, where that says nothing, the line above. */
  readonly before: string;
  readonly items: readonly Item[];
  /** The item that the offset lies in. */
  readonly own: Item | null;
}

/** The innermost bracket around `at`, or null. */
export function containerAt(source: Masked, at: number): Container | null {
  const start = openingBefore(source.code, at);
  if (start === null) return null;
  const bracket = source.code[start] as Container['bracket'];
  const end = closingAfter(source.code, start + 1);
  const items = itemsOf(source, start + 1, end);
  const own = items.find((item) => at >= item.start && at < item.end) ?? null;
  return { start, end, bracket, before: codeBefore(source.code, start), items, own };
}

function openingBefore(code: string, at: number): number | null {
  let depth = 0;
  for (let index = at - 1, floor = Math.max(0, at - REACH); index >= floor; index--) {
    const turn = bracketAt(code, index);
    if (turn > 0 && depth === 0) return index;
    depth -= turn;
  }
  return null;
}

function closingAfter(code: string, from: number): number {
  let depth = 0;
  const ceiling = Math.min(code.length, from + REACH);
  for (let index = from; index < ceiling; index++) {
    const turn = bracketAt(code, index);
    if (turn < 0 && depth === 0) return index;
    depth += turn;
  }
  return ceiling;
}

/** 1 for a bracket that opens, -1 for one that closes, 0 for all else; by character codes, since it is asked most often. */
function bracketAt(code: string, index: number): 1 | -1 | 0 {
  switch (code.charCodeAt(index)) {
    case 0x28: // (
    case 0x5b: // [
    case 0x7b: // {
      return 1;
    case 0x29: // )
    case 0x5d: // ]
    case 0x7d: // }
      return -1;
    default:
      return 0;
  }
}

function codeBefore(code: string, at: number): string {
  const left = code.slice(Math.max(0, at - 200), at);
  const lines = left.split('\n');
  const line = lines.at(-1) ?? '';
  return line.trim() === '' && lines.length > 1 ? `${lines.at(-2) ?? ''} ` : line;
}

const SIGN = String.raw`\s*(?:=>|:(?![:=])|=(?![=>]))`;
const TYPE = String.raw`\s*[\w$<>[\]?.,|][\w$<>[\]?., |]*`;
const QUOTED_KEY = new RegExp(String.raw`^[\s[*.]*(["'\`])( *)\1\]?\??${SIGN}`);
const BARE_KEY = new RegExp(
  String.raw`^[\s*.]*(?![\s*.])(?:[\w$.]+\s+(?=[\w$]+\s*(?::${TYPE})?=))?([\w$.-]+)\??(?:\s*:${TYPE}(?==))?${SIGN}`,
);
const JUST_STRING = /^\s*\w{0,2}(["'`]) *\1\s*$/;

/** The key in front of an item. A string's content is blank in the code, so that it is read from the text. */
function keyOf(item: string, text: string): string | null {
  const quoted = QUOTED_KEY.exec(item);
  if (quoted === null) return BARE_KEY.exec(item)?.[1] ?? null;
  const from = item.indexOf(quoted[1] ?? '') + 1;
  return text.slice(from, from + (quoted[2] ?? '').length);
}

function itemsOf({ text, code }: Masked, start: number, end: number): readonly Item[] {
  const items: Item[] = [];
  let depth = 0;
  let from = start;
  const add = (to: number): void => {
    const item = code.slice(from, to);
    if (item.trim() !== '')
      items.push({
        start: from,
        end: to,
        key: keyOf(item, text.slice(from, to)),
        isString: JUST_STRING.test(item),
      });
    from = to + 1;
  };
  for (let index = start; index < end && items.length < MOST_ITEMS; index++) {
    const char = code[index];
    if (char === '(' || char === '[' || char === '{') depth++;
    else if (char === ')' || char === ']' || char === '}') depth--;
    else if (depth === 0 && (char === ',' || char === ';')) add(index);
  }
  add(end);
  return items;
}
