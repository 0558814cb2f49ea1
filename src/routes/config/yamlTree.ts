// YAML as trees with places: several documents, anchors, merges, duplicate keys. Aliases share their node, so that
// a file of a few lines that stands for billions of nodes costs no more than its lines.
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Scalar as YamlScalar,
} from 'yaml';
import { TOO_DEEP, yamlTooDeep } from './depth.ts';
import { alignedOffsets, escapedOffsets, type OffsetMap } from './escapes.ts';
import type { ParsedTree } from './jsonTree.ts';
import { type Entry, type Mapping, mapping, type Node, plainScalar, type Scalar } from './tree.ts';

/** How many entries merges may add in all before the rest is left out. */
const MERGE_LIMIT = 20_000;

/**
 * Reads every document of a YAML text. `offset` leads from a place in `text` to the place in the file. Tabs as
 * indentation are a mistake in YAML; they are read as the spaces that were meant, and noted.
 */
export function yamlTrees(text: string, offset: OffsetMap = (at) => at): ParsedTree {
  if (yamlTooDeep(text)) return { roots: [], problems: [TOO_DEEP] };
  const found = parseYaml(text, offset);
  if (!found.tabs) return found;
  const meant = text.replace(/^[ \t]+/gm, (indent) => indent.replaceAll('\t', ' '));
  return { roots: parseYaml(meant, offset).roots, problems: found.problems };
}

function parseYaml(text: string, offset: OffsetMap): ParsedTree & { readonly tabs: boolean } {
  const options = { uniqueKeys: false, strict: false, logLevel: 'silent' } as const;
  const parsed = parseAllDocuments(text, options);
  if (!Array.isArray(parsed)) return { roots: [], problems: [], tabs: false };
  const documents: readonly Document.Parsed[] = parsed;
  const errors = documents.flatMap((document) => document.errors);
  const problems = errors.slice(0, 1);
  return {
    tabs: errors.some(({ code }) => code === 'TAB_AS_INDENT'),
    roots: documents.flatMap((document) => {
      const root = new YamlReader(text, offset).root(document);
      return root === null ? [] : [root];
    }),
    problems: problems.map((error) => `not valid YAML: ${error.message.split('\n')[0]?.replace(/:$/, '')}`),
  };
}

/** Turns one document into a tree. Holds the anchors met so far: an alias means the last one before it. */
class YamlReader {
  readonly #text: string;
  readonly #offset: OffsetMap;
  readonly #anchors = new Map<string, Node>();
  #merged = 0;

  constructor(text: string, offset: OffsetMap) {
    this.#text = text;
    this.#offset = offset;
  }

  root(document: Document.Parsed): Node | null {
    return this.#node(document.contents);
  }

  #node(node: unknown): Node | null {
    if (isAlias(node)) return this.#anchors.get(node.source) ?? null;
    const made = this.#made(node);
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (made !== null && anchor !== undefined) this.#anchors.set(anchor, made);
    return made;
  }

  #made(node: unknown): Node | null {
    if (isScalar(node)) return this.#scalar(node);
    if (isSeq(node)) {
      const items = node.items.flatMap((item) => this.#node(item) ?? []);
      return { kind: 'list', items, ...this.#place(node.range) };
    }
    if (!isMap(node)) return null;
    const own: Entry[] = [];
    const merged: Entry[] = [];
    for (const pair of node.items) {
      if (!isScalar(pair.key)) continue;
      const key = this.#scalar(pair.key);
      const value = pair.value === null ? null : this.#node(pair.value);
      const nothing = plainScalar('', key.end, null);
      if (key.text === '<<' && value !== null) merged.push(...this.#merge(value));
      else own.push({ key: key.text, keyPlace: { start: key.start, end: key.end }, value: value ?? nothing });
    }
    const names = new Set(own.map(({ key }) => key));
    const distinct = new Map(merged.toReversed().map((each) => [each.key, each]));
    const result = mapping(own, this.#place(node.range));
    const added = [...distinct.values()].filter(({ key }) => !names.has(key));
    return added.length === 0
      ? result
      : {
          ...result,
          entries: new Map([...added.map((each) => [each.key, each] as const), ...result.entries]),
        };
  }

  /** The entries that a merge adds; of several sources the first one wins. */
  #merge(value: Node): readonly Entry[] {
    const sources: readonly Node[] = value.kind === 'list' ? value.items : [value];
    return sources
      .filter((source): source is Mapping => source.kind === 'map')
      .flatMap((source) => {
        this.#merged += source.entries.size;
        return this.#merged > MERGE_LIMIT ? [] : [...source.entries.values()];
      });
  }

  #scalar(node: YamlScalar): Scalar {
    const [start, end] = node.range ?? [0, 0];
    const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
    const from = quoted ? start + 1 : start;
    const closing = quoted && end > from && this.#text[end - 1] === this.#text[start] ? 1 : 0;
    const raw = this.#text.slice(from, Math.max(from, end - closing));
    const text = typeof node.value === 'string' ? node.value : raw;
    let map: OffsetMap | null = null;
    const inside: OffsetMap = (at) => {
      map ??= raw === text ? (offset) => from + offset : this.#offsets(node, raw, text, from);
      return map(at);
    };
    return {
      kind: 'scalar',
      text,
      // What a tag of one's own (`!env NAME`) stands for is not in the file.
      value: node.tag?.startsWith('!') ? null : isPlain(node.value) ? node.value : text,
      start: this.#offset(from),
      end: this.#offset(from + raw.length),
      place: (a, b) => ({
        start: this.#offset(inside(a)),
        end: b > a ? this.#offset(inside(b - 1)) + 1 : this.#offset(inside(b)),
      }),
    };
  }

  #offsets(node: YamlScalar, raw: string, text: string, from: number): OffsetMap {
    const escaped = node.type === 'QUOTE_DOUBLE' ? escapedOffsets(raw, text, from) : null;
    if (escaped !== null) return escaped;
    // The first line of a block scalar is its header (`|-`).
    const header = node.type?.startsWith('BLOCK') ? raw.indexOf('\n') + 1 : 0;
    return alignedOffsets(raw.slice(header), text, from + header);
  }

  #place(range: readonly number[] | null | undefined): { start: number; end: number } {
    const [start, end] = range ?? [0, 0];
    return { start: this.#offset(start ?? 0), end: this.#offset(end ?? 0) };
  }
}

const isPlain = (value: unknown): value is Scalar['value'] =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);
