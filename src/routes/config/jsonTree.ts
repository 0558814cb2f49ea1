// JSON and JSON with comments as a tree with places.
import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';
import type { Place } from '../types.ts';
import { jsonTooDeep, TOO_DEEP } from './depth.ts';
import { escapedOffsets, type OffsetMap } from './escapes.ts';
import { type Entry, mapping, type Node, type Scalar } from './tree.ts';

export interface ParsedTree {
  /** One root a document. */
  readonly roots: readonly Node[];
  /** What could not be read, a sentence each. */
  readonly problems: readonly string[];
}

/**
 * Reads JSON; comments and trailing commas are allowed, mistakes are skipped. `offset` leads from a place in `text`
 * to the place in the file, where the text is only a part of one.
 */
export function jsonTree(text: string, offset: OffsetMap = (at) => at): ParsedTree {
  if (jsonTooDeep(text)) return { roots: [], problems: [TOO_DEEP] };
  const builder = new Builder(text, offset);
  visit(text, builder, { allowTrailingComma: true, allowEmptyContent: true });
  return { roots: builder.roots(), problems: builder.problems() };
}

/** A key whose value is still to come, without its quotes. */
interface Key extends Place {
  readonly key: string;
}

/** An object or a list that is still open. */
type Open = { readonly start: number; key: Key | null } & (
  | { readonly entries: Entry[]; readonly items: null }
  | { readonly entries: null; readonly items: Node[] }
);

/** Puts nodes together in one pass, as the parser meets them. */
class Builder {
  readonly #text: string;
  readonly #offset: OffsetMap;
  readonly #open: Open[] = [];
  #root: Node | undefined;
  #error: ParseErrorCode | undefined;
  #end = 0;

  constructor(text: string, offset: OffsetMap) {
    this.#text = text;
    this.#offset = offset;
  }

  /** The tree; what the text leaves open ends where the text does. */
  roots(): readonly Node[] {
    while (this.#open.length > 0) this.#close(this.#end);
    return this.#root === undefined ? [] : [this.#root];
  }

  problems(): readonly string[] {
    return this.#error === undefined ? [] : [`not valid JSON: ${printParseErrorCode(this.#error)}`];
  }

  onObjectBegin = (start: number): void => {
    this.#open.push({ start, key: null, entries: [], items: null });
  };
  onArrayBegin = (start: number): void => {
    this.#open.push({ start, key: null, entries: null, items: [] });
  };
  onObjectEnd = (start: number, length: number): void => this.#close(start + length);
  onArrayEnd = (start: number, length: number): void => this.#close(start + length);
  onObjectProperty = (key: string, start: number, length: number): void => {
    const inside = this.#open.at(-1);
    if (inside === undefined) return;
    // A quote that nobody closes may be all there is.
    const end = Math.min(start + Math.max(1, length - 1), this.#text.length);
    inside.key = { key, start: this.#offset(start + 1), end: this.#offset(end) };
  };
  onLiteralValue = (value: Scalar['value'], start: number, length: number): void => {
    this.#end = start + length;
    this.#add(new JsonScalar(value ?? null, start, length, this.#text, this.#offset));
  };
  onError = (error: ParseErrorCode, start: number, length: number): void => {
    this.#error ??= error;
    this.#end = Math.max(this.#end, start + length);
  };

  #close(end: number): void {
    const closed = this.#open.pop();
    // An error at the end of a text may be said to reach behind it.
    this.#end = Math.min(end, this.#text.length);
    if (closed === undefined) return;
    const place = { start: this.#offset(closed.start), end: this.#offset(this.#end) };
    this.#add(
      closed.entries === null
        ? { kind: 'list', items: closed.items, ...place }
        : mapping(closed.entries, place),
    );
  }

  #add(node: Node): void {
    const inside = this.#open.at(-1);
    if (inside === undefined) this.#root ??= node;
    else if (inside.items !== null) inside.items.push(node);
    else if (inside.key !== null) {
      const { key, start, end } = inside.key;
      inside.entries.push({ key, keyPlace: { start, end }, value: node });
      inside.key = null;
    }
  }
}

/** A class, since a file may hold hundreds of thousands: a closure for each of them costs more than the parsing. */
class JsonScalar implements Scalar {
  readonly kind = 'scalar';
  readonly text: string;
  readonly value: Scalar['value'];
  readonly start: number;
  readonly end: number;
  readonly #source: string;
  readonly #from: number;
  readonly #length: number;
  readonly #offset: OffsetMap;
  #inside: OffsetMap | undefined;

  constructor(value: Scalar['value'], start: number, length: number, source: string, offset: OffsetMap) {
    const quoted = typeof value === 'string' ? 1 : 0;
    this.#source = source;
    this.#from = start + quoted;
    this.#length = Math.max(0, length - 2 * quoted);
    this.#offset = offset;
    this.text = typeof value === 'string' ? value : source.slice(start, start + length);
    this.value = value;
    this.start = offset(this.#from);
    this.end = offset(this.#from + this.#length);
  }

  place(from: number, to: number): Place {
    this.#inside ??= this.#back();
    const back = this.#inside;
    return { start: back(from), end: to > from ? back(to - 1) + 1 : back(to) };
  }

  #back(): OffsetMap {
    const raw = this.#source.slice(this.#from, this.#from + this.#length);
    const map = raw === this.text ? null : escapedOffsets(raw, this.text, this.#from);
    return (at) => this.#offset(map === null ? this.#from + at : map(at));
  }
}
