// The strings and brackets around an ID, found without a parser: one pass over a text, then short walks.
import { type Span, within } from '../documents/comments.ts';

/** How far a bracket, its end and its items are looked for, in UTF-16 code units. */
const REACH = 6000;

/** How many items of a list are looked at. */
const MOST_ITEMS = 60;

const STRING =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`/g;

/** A text with the contents of strings and comments blanked, so that only brackets of the program are left. */
export interface Masked {
  readonly text: string;
  readonly code: string;
  readonly strings: readonly Span[];
}

/** Blanks strings and comments. Linear in the length of the text. */
export function masked(text: string, comments: readonly Span[]): Masked {
  const strings: Span[] = [];
  const pieces: string[] = [];
  let from = 0;
  const blank = (start: number, end: number): void => {
    pieces.push(text.slice(from, start), ' '.repeat(Math.max(0, end - start)));
    from = end;
  };
  let next = 0;
  const pattern = new RegExp(STRING);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = match.index;
    if (within(comments, start)) {
      pattern.lastIndex = start + 1;
      continue;
    }
    for (; next < comments.length && (comments[next]?.start ?? 0) < start; next++) {
      const comment = comments[next];
      if (comment !== undefined && comment.start >= from) blank(comment.start, comment.end);
    }
    const end = start + match[0].length;
    if (start < from) continue;
    strings.push({ start, end });
    blank(start + 1, end - 1);
  }
  for (const comment of comments.slice(next)) if (comment.start >= from) blank(comment.start, comment.end);
  pieces.push(text.slice(from));
  return { text, code: pieces.join(''), strings };
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
    const char = code[index];
    if (char === ')' || char === ']' || char === '}') depth++;
    else if (char === '(' || char === '[' || char === '{') {
      if (depth === 0) return index;
      depth--;
    }
  }
  return null;
}

function closingAfter(code: string, from: number): number {
  let depth = 0;
  const ceiling = Math.min(code.length, from + REACH);
  for (let index = from; index < ceiling; index++) {
    const char = code[index];
    if (char === '(' || char === '[' || char === '{') depth++;
    else if (char === ')' || char === ']' || char === '}') {
      if (depth === 0) return index;
      depth--;
    }
  }
  return ceiling;
}

function codeBefore(code: string, at: number): string {
  const left = code.slice(Math.max(0, at - 200), at);
  const lines = left.split('\n');
  const line = lines.at(-1) ?? '';
  return line.trim() === '' && lines.length > 1 ? `${lines.at(-2) ?? ''} ` : line;
}

const SIGN = String.raw`\s*(?:=>|:(?![:=])|=(?![=>]))`;
const QUOTED_KEY = new RegExp(String.raw`^[\s[*.]*(["'\`])( *)\1\]?\??${SIGN}`);
const BARE_KEY = new RegExp(
  String.raw`^[\s*.]*(?:[\w$.]+\s+(?=[\w$]+\s*(?::\s*[\w$<>[\]?., |]+)?=))?([\w$.-]+)\??(?:\s*:\s*[\w$<>[\]?., |]+(?==))?${SIGN}`,
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
