// Terraform's language as a tree with places: enough of it for attributes, blocks, lists and objects.
import { escapedOffsets } from './escapes.ts';
import type { ParsedTree } from './jsonTree.ts';
import { type Entry, mapping, type Node, plainScalar, type Scalar } from './tree.ts';

/** How deep blocks and values may nest; what lies deeper is read as raw text. */
const DEPTH_LIMIT = 200;
/** Blank space and comments of one line; a comment that is never closed goes on to the end. */
const BLANK = /(?:[ \t\r]|#[^\n]*|\/\/[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/|$))+/y;
const GAP = /(?:[\s,]|#[^\n]*|\/\/[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/|$))+/y;
const NAME = /[A-Za-z_][\w-]*/y;
const WORD = /[\w.+-]+/y;
const HEREDOC = /<<[-~]?(\w+)\r?\n/y;

/** The longest template in a string that is followed; behind an open one the string is read as it stands. */
const LONGEST_TEMPLATE = 500;

/** The end of the string that opens at `start`, or null where the line ends before it does. */
function stringEnd(text: string, start: number): number | null {
  for (let at = start + 1; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '"') return at + 1;
    if (text[at] === '\\') at++;
    else if (text.startsWith('${', at)) at = (templateEnd(text, at + 2) ?? at + 1) - 1;
  }
  return null;
}

/** The end of a template (`${…}`) whose content starts at `from`, past the strings and braces in it. */
function templateEnd(text: string, from: number): number | null {
  let depth = 1;
  let quoted = false;
  for (let at = from; at < Math.min(text.length, from + LONGEST_TEMPLATE); at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') quoted = !quoted;
    else if (!quoted && text[at] === '{') depth++;
    else if (!quoted && text[at] === '}' && --depth === 0) return at + 1;
  }
  return null;
}

/**
 * Reads a Terraform text. A block is the key `type label label` with the list of its bodies; an expression that is
 * no literal is a scalar with its source as text and value null.
 */
export function hclTree(text: string): ParsedTree {
  const reader = new HclReader(text);
  return { roots: [reader.body(text.length, 0)], problems: [] };
}

/** A cursor over the text. */
class HclReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Entries up to the closing brace (or the end of the text); objects separate key and value by `=` or `:`. */
  body(limit: number, depth: number): Node {
    const start = this.#at;
    const attributes: Entry[] = [];
    const blocks = new Map<string, { place: { start: number; end: number }; bodies: Node[] }>();
    while (this.#at < limit) {
      this.#take(GAP);
      if (this.#at >= limit || this.#text[this.#at] === '}') break;
      const keyStart = this.#at;
      const key = this.#take(NAME) ?? this.#takeString()?.slice(1, -1);
      if (key === undefined) {
        this.#at += 1;
        continue;
      }
      const quoted = this.#text[keyStart] === '"' ? 1 : 0;
      const keyPlace = { start: keyStart + quoted, end: keyStart + quoted + key.length };
      const labels = this.#labels();
      const sign = this.#text[this.#at];
      if ((sign === '=' || sign === ':') && labels.length === 0) {
        this.#at += 1;
        attributes.push({ key, keyPlace, value: this.#value(depth) });
      } else if (sign === '{' && depth < DEPTH_LIMIT) {
        const name = [key, ...labels].join(' ');
        const block = blocks.get(name) ?? { place: keyPlace, bodies: [] };
        block.bodies.push(this.#braces(depth));
        blocks.set(name, block);
      }
    }
    const place = { start, end: this.#at };
    const entries = [...blocks].map(([key, block]): Entry => {
      const value: Node = { kind: 'list', items: block.bodies, ...block.place };
      return { key, keyPlace: block.place, value };
    });
    return mapping([...attributes, ...entries], place);
  }

  #labels(): readonly string[] {
    const labels: string[] = [];
    this.#take(BLANK);
    for (let label = this.#takeString(); label !== undefined; label = this.#takeString()) {
      labels.push(label.slice(1, -1));
      this.#take(BLANK);
    }
    return labels;
  }

  #braces(depth: number): Node {
    this.#at += 1;
    const inside = this.body(this.#text.length, depth + 1);
    this.#at += 1;
    return inside;
  }

  #value(depth: number): Node {
    this.#take(BLANK);
    const start = this.#at;
    const sign = this.#text[start];
    if (sign === '{' && depth < DEPTH_LIMIT) return this.#braces(depth);
    if (sign === '[' && depth < DEPTH_LIMIT) return this.#list(depth);
    const literal = sign === '"' ? this.#string() : (this.#heredoc() ?? this.#word());
    if (literal !== undefined && this.#endsHere()) return literal;
    this.#at = start;
    return this.#expression();
  }

  #list(depth: number): Node {
    const start = this.#at;
    const items: Node[] = [];
    this.#at += 1;
    for (;;) {
      this.#take(GAP);
      const sign = this.#text[this.#at];
      if (sign === undefined || sign === ']') break;
      const before = this.#at;
      items.push(this.#value(depth + 1));
      if (this.#at === before) this.#at += 1;
    }
    this.#at += 1;
    return { kind: 'list', items, start, end: Math.min(this.#at, this.#text.length) };
  }

  #string(): Scalar | undefined {
    const start = this.#at + 1;
    const found = this.#takeString();
    if (found === undefined) return undefined;
    const raw = found.slice(1, -1);
    const text = raw.replace(/\\(["\\])/g, '$1');
    const map = raw === text ? null : escapedOffsets(raw, text, start);
    const inside = (at: number): number => (map === null ? start + at : map(at));
    return {
      kind: 'scalar',
      text,
      value: text,
      start,
      end: start + raw.length,
      place: (from, to) => ({ start: inside(from), end: to > from ? inside(to - 1) + 1 : inside(to) }),
    };
  }

  #heredoc(): Scalar | undefined {
    const head = this.#take(HEREDOC);
    if (head === undefined) return undefined;
    const from = this.#at;
    const closing = new RegExp(`^[ \\t]*${head.replace(/\W/g, '')}[ \\t\\r]*$`, 'm').exec(
      this.#text.slice(from),
    );
    const length = closing?.index ?? this.#text.length - from;
    this.#at = from + length + (closing?.[0].length ?? 0);
    return plainScalar(this.#text.slice(from, from + length), from);
  }

  #word(): Scalar | undefined {
    const start = this.#at;
    const word = this.#take(WORD);
    if (word === undefined) return undefined;
    if (/^-?\d+(?:\.\d+)?$/.test(word)) return plainScalar(word, start, Number(word));
    return plainScalar(word, start, word === 'true' || word === 'false' ? word === 'true' : null);
  }

  #endsHere(): boolean {
    const here = this.#at;
    this.#take(BLANK);
    const sign = this.#text[this.#at];
    this.#at = here;
    return sign === undefined || sign === '\n' || sign === ',' || sign === '}' || sign === ']';
  }

  /** Everything up to the end of the line or of the enclosing brackets. */
  #expression(): Scalar {
    const start = this.#at;
    let open = 0;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const sign = this.#text[this.#at] ?? '';
      if (sign === '"') {
        const string = this.#takeString();
        if (string !== undefined) this.#at -= 1;
      } else if ('([{'.includes(sign)) open += 1;
      else if (')]}'.includes(sign)) {
        if (open === 0) break;
        open -= 1;
      } else if (open === 0 && (sign === '\n' || sign === ',')) break;
      else if (sign === '#') {
        if (open === 0) break;
        this.#take(BLANK);
        this.#at -= 1;
      }
    }
    return plainScalar(this.#text.slice(start, this.#at).trimEnd(), start, null);
  }

  #takeString(): string | undefined {
    const end = this.#text[this.#at] === '"' ? stringEnd(this.#text, this.#at) : null;
    if (end === null) return undefined;
    const found = this.#text.slice(this.#at, end);
    this.#at = end;
    return found;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}
