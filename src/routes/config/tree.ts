// One shape for every configuration language: scalars, lists and maps that know where they stand in the file.
import type { Place } from '../types.ts';

/** A value without parts. `start` and `end` are those of its content: inside the quotes, where there are any. */
export interface Scalar extends Place {
  readonly kind: 'scalar';
  /** The value as the reader of the file sees it, escapes resolved, as text. */
  readonly text: string;
  readonly value: string | number | boolean | null;
  /** The place in the file of a stretch of `text` (UTF-16 offsets on both sides). */
  place(from: number, to: number): Place;
}

export interface List extends Place {
  readonly kind: 'list';
  readonly items: readonly Node[];
}

export interface Entry {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: Node;
}

/** Entries with distinct keys, merges resolved. Of a key that stands twice the last entry counts, as most parsers have it. */
export interface Mapping extends Place {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Entry>;
  /** Entries that a later one with the same key replaces. */
  readonly shadowed: readonly { readonly entry: Entry; readonly by: Entry }[];
}

/** A node may be shared (an anchor and its aliases), never a cycle. */
export type Node = Scalar | List | Mapping;

/** The value of a key; the first of several spellings that is there. */
export function get(node: Node | undefined, ...keys: readonly string[]): Node | undefined {
  return entry(node, ...keys)?.value;
}

/** The entry of a key; the first of several spellings that is there. */
export function entry(node: Node | undefined, ...keys: readonly string[]): Entry | undefined {
  if (node?.kind !== 'map') return undefined;
  for (const key of keys) {
    const found = node.entries.get(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The value at the end of a path of keys. */
export function at(node: Node | undefined, ...path: readonly string[]): Node | undefined {
  return path.reduce<Node | undefined>((inside, key) => get(inside, key), node);
}

export function entriesOf(node: Node | undefined): readonly Entry[] {
  return node?.kind === 'map' ? [...node.entries.values()] : [];
}

/** The items of a list; nothing for other nodes. */
export function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'list' ? node.items : [];
}

export function scalar(node: Node | undefined): Scalar | undefined {
  return node?.kind === 'scalar' ? node : undefined;
}

/** The scalars of a list, or a scalar that stands alone. */
export function scalarsOf(node: Node | undefined): readonly Scalar[] {
  const nodes = node?.kind === 'list' ? node.items : node === undefined ? [] : [node];
  return nodes.flatMap((item) => (item.kind === 'scalar' ? [item] : []));
}

export function textOf(node: Node | undefined): string | undefined {
  return node?.kind === 'scalar' && node.value !== null ? node.text : undefined;
}

/** Calls `visit` once for every mapping with its path of keys (list items add none). Linear: shared nodes are seen once. */
export function eachMapping(root: Node, visit: (map: Mapping, path: readonly string[]) => void): void {
  eachMappingInside<undefined>(root, undefined, (map, path) => void visit(map, path));
}

/** The same, where `visit` is also given what it gave for the mapping around; `outermost` where there is none. */
export function eachMappingInside<T>(
  root: Node,
  outermost: T,
  visit: (map: Mapping, path: readonly string[], around: T) => T,
): void {
  const seen = new Set<Node>();
  const waiting: { node: Node; path: readonly string[]; around: T }[] = [
    { node: root, path: [], around: outermost },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, path } = next;
    if (seen.has(node)) continue;
    seen.add(node);
    const around = node.kind === 'map' ? visit(node, path, next.around) : next.around;
    // What has no parts needs no path of its own, and most nodes have none.
    const parts =
      node.kind === 'map'
        ? [...node.entries.values()]
            .filter(({ value }) => value.kind !== 'scalar')
            .map(({ key, value }) => ({ node: value, path: [...path.slice(-7), key] }))
        : node.kind === 'list'
          ? node.items.filter(({ kind }) => kind !== 'scalar').map((item) => ({ node: item, path }))
          : [];
    for (const part of parts.toReversed()) waiting.push({ ...part, around });
  }
}

/** A scalar whose text is exactly its content in the file, from `start` on. */
export function plainScalar(text: string, start: number, value: Scalar['value'] = text): Scalar {
  const end = start + text.length;
  return {
    kind: 'scalar',
    text,
    value,
    start,
    end,
    place: (from, to) => ({ start: start + from, end: start + to }),
  };
}

/** A stretch of a scalar's text as a scalar of its own. */
export function partOf(whole: Scalar, from: number, to: number): Scalar {
  const text = whole.text.slice(from, to);
  return {
    kind: 'scalar',
    text,
    value: text,
    ...whole.place(from, to),
    place: (start, end) => whole.place(from + start, from + end),
  };
}

const NONE: Mapping['shadowed'] = [];

/** Builds a mapping from entries in the order of the file. */
export function mapping(entries: Iterable<Entry>, place: Place): Mapping {
  const last = new Map<string, Entry>();
  const earlier: Entry[] = [];
  for (const each of entries) {
    const before = last.get(each.key);
    if (before !== undefined) earlier.push(before);
    last.set(each.key, each);
  }
  if (earlier.length === 0)
    return { kind: 'map', entries: last, shadowed: NONE, start: place.start, end: place.end };
  const shadowed = earlier.flatMap((each) => {
    const by = last.get(each.key);
    return by === undefined ? [] : [{ entry: each, by }];
  });
  return { kind: 'map', entries: last, shadowed, start: place.start, end: place.end };
}
