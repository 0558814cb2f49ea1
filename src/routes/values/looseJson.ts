// JSON inside strings: read as far as it goes, with places for values that the program fills in.
import type { Place } from '../types.ts';
import {
  flatten,
  HOLE,
  type Piece,
  type Result,
  type ScalarResult,
  scalarResult,
  UNKNOWN,
} from './result.ts';

/** What a bare word inside stands for (Rust's `json!` names variables). */
export type WordResolver = (word: string, offset: number) => Result;

/** How deep objects are followed. */
const DEEPEST = 60;

interface Cursor {
  readonly text: string;
  readonly origin: (from: number, to: number) => Pick<ScalarResult, 'from' | 'at'>;
  readonly word: WordResolver;
  at: number;
}

/** The object or list that a text spells in JSON; null where it spells none. */
export function looseJson(result: Result, word: WordResolver = () => UNKNOWN): Result | null {
  const text = flatten(result);
  if (text === null || !/^\s*[{[]/.test(text) || !/["':]|^\s*\{\s*\}\s*$/.test(text)) return null;
  const pieces: readonly Piece[] =
    result.kind === 'text' ? result.pieces : result.kind === 'scalar' ? [result] : [];
  const cursor: Cursor = { text, origin: originIn(pieces), word, at: 0 };
  const value = readValue(cursor, 0);
  return value.kind === 'object' || value.kind === 'list' ? value : null;
}

/** Finds the piece that a stretch of the flattened text comes from. */
function originIn(pieces: readonly Piece[]): Cursor['origin'] {
  const spans: { start: number; end: number; piece: Piece }[] = [];
  let start = 0;
  for (const piece of pieces) {
    const length = piece.kind === 'scalar' ? String(piece.value ?? '').length : 1;
    spans.push({ start, end: start + length, piece });
    start += length;
  }
  return (from, to) => {
    const span = spans.find((one) => one.start <= from && from < one.end);
    if (span === undefined || span.piece.kind !== 'scalar') return { from: 'literal', at: null };
    const { at, value } = span.piece;
    const even = at !== null && at.end - at.start === String(value).length;
    const place =
      at === null
        ? null
        : even
          ? { start: at.start + from - span.start, end: at.start + Math.min(to, span.end) - span.start }
          : at;
    return { from: span.piece.from, at: place };
  };
}

function skip(cursor: Cursor): void {
  while (/[\s,]/.test(cursor.text[cursor.at] ?? '')) cursor.at++;
}

function readValue(cursor: Cursor, depth: number): Result {
  while (/\s/.test(cursor.text[cursor.at] ?? '')) cursor.at++;
  const sign = cursor.text[cursor.at];
  if (sign === undefined || depth > DEEPEST) {
    // Whoever called goes on where this stops: what is not read has to be passed over.
    cursor.at = cursor.text.length;
    return UNKNOWN;
  }
  if (sign === '{') return readObject(cursor, depth);
  if (sign === '[') return readList(cursor, depth);
  if (sign === '"' || sign === "'") return readString(cursor);
  return readWord(cursor);
}

function readString(cursor: Cursor): Result {
  const quote = cursor.text[cursor.at];
  const start = ++cursor.at;
  let value = '';
  while (cursor.at < cursor.text.length && cursor.text[cursor.at] !== quote) {
    if (cursor.text[cursor.at] === '\\') cursor.at++;
    value += cursor.text[cursor.at++] ?? '';
  }
  const end = cursor.at++;
  if (value.includes(HOLE)) return value === HOLE ? UNKNOWN : { kind: 'text', pieces: [UNKNOWN], at: null };
  return { ...scalarResult(value), ...cursor.origin(start, end) };
}

/** A word runs to the next comma or closing bracket on its own level. */
function readWord(cursor: Cursor): Result {
  const start = cursor.at;
  let level = 0;
  for (; cursor.at < cursor.text.length; cursor.at++) {
    const sign = cursor.text[cursor.at] ?? '';
    if ('([{'.includes(sign)) level++;
    else if (level === 0 && /[,}\]\n]/.test(sign)) break;
    else if (')]}'.includes(sign)) level--;
  }
  if (cursor.at === start) cursor.at++;
  const word = cursor.text.slice(start, cursor.at).trim();
  const origin = cursor.origin(start, start + word.length);
  const known = word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : Number(word);
  if (word !== '' && (known === null || !Number.isNaN(known))) return { ...scalarResult(known), ...origin };
  return word.includes(HOLE) ? UNKNOWN : cursor.word(word, start);
}

function readList(cursor: Cursor, depth: number): Result {
  cursor.at++;
  const items: Result[] = [];
  for (skip(cursor); cursor.at < cursor.text.length && cursor.text[cursor.at] !== ']'; skip(cursor))
    items.push(readValue(cursor, depth + 1));
  cursor.at++;
  return { kind: 'list', items, open: true };
}

function readObject(cursor: Cursor, depth: number): Result {
  const start = cursor.at++;
  const entries = new Map<string, Result>();
  for (skip(cursor); cursor.at < cursor.text.length && cursor.text[cursor.at] !== '}'; skip(cursor)) {
    const key = readKey(cursor);
    if (key === null) break;
    entries.set(key, readValue(cursor, depth + 1));
  }
  const end = Math.min(++cursor.at, cursor.text.length);
  const place: Place | null = cursor.origin(start, end).at;
  return { kind: 'object', type: null, entries, open: false, at: place };
}

function readKey(cursor: Cursor): string | null {
  const quoted = /["']/.test(cursor.text[cursor.at] ?? '');
  const key = quoted ? readString(cursor) : null;
  const bare = /[\w$-]*/y;
  bare.lastIndex = cursor.at;
  const word = quoted ? '' : (bare.exec(cursor.text)?.[0] ?? '');
  cursor.at += word.length;
  const colon = /\s*(?::|=>)/y;
  colon.lastIndex = cursor.at;
  const found = colon.exec(cursor.text);
  if (found === null) return null;
  cursor.at += found[0].length;
  return key?.kind === 'scalar' ? String(key.value) : word;
}
