// Help while a veo-audit.yaml is written: what a key means, and what may stand at the cursor.
import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { KeyPath } from '../contracts/places.ts';
import { shallowDocument } from '../routes/config/shallowDocument.ts';
import type { Place } from '../routes/types.ts';
import { descriptionAt, isGroupAt, keysAt, optionsAt } from './known.ts';

/** What is known of the key under an offset. */
export interface KeyHelp extends Place {
  readonly path: KeyPath;
  /** A sentence of the schema. */
  readonly description: string;
  /** The words that its value may be; none where it is no choice. */
  readonly options: readonly string[];
}

/** What may stand at the cursor: a key or a word, in the place of what is begun there. */
export interface Suggestion extends Place {
  readonly kind: 'key' | 'value';
  readonly label: string;
  readonly description: string | null;
  /** For a key: whether more keys or a list stand below it. */
  readonly isGroup: boolean;
}

/** Help on the key at an offset (UTF-16 code units); null where no key of the schema stands. Never throws. */
export function keyHelpAt(text: string, offset: number): KeyHelp | null {
  const found = find(shallowDocument(text, { prettyErrors: false }).contents, [], (node, isKey) => {
    const range = node.range;
    return isKey && range != null && range[0] <= offset && offset <= range[1];
  });
  if (found === null) return null;
  const description = descriptionAt(found.path);
  if (description === null) return null;
  return { ...found.place, path: found.path, description, options: optionsAt(found.path) };
}

/** A word that nobody writes: it stands for the cursor while the text around it is read. */
const CURSOR = 'veoAuditCursorHere';

/** What may stand at an offset (UTF-16 code units). Reads unfinished text as well as it can; never throws. */
export function suggestionsAt(text: string, offset: number): readonly Suggestion[] {
  const start = offset - (/(?<![\w.-])[\w.-]*$/.exec(text.slice(0, offset))?.[0].length ?? 0);
  const end = offset + (/^[\w.-]*/.exec(text.slice(offset))?.[0].length ?? 0);
  const marked = `${text.slice(0, start)}${CURSOR}${text.slice(end)}`;
  const root = shallowDocument(marked, { prettyErrors: false, uniqueKeys: false }).contents;
  const found = find(root, [], (node) => isScalar(node) && node.value === CURSOR);
  if (found === null) return [];
  const place = { start, end };
  if (found.isKey) return keysIn(found.path.slice(0, -1), found.siblings, place);
  // Under a key alone the cursor reads as its value, but it may begin a group.
  const keys = keysIn(found.path, [], place);
  return keys.length > 0 ? keys : wordsOf(found.path, place);
}

function keysIn(path: KeyPath, taken: readonly string[], place: Place): readonly Suggestion[] {
  return keysAt(path)
    .filter((key) => !taken.includes(key))
    .map((label) => ({
      ...place,
      kind: 'key',
      label,
      description: descriptionAt([...path, label]),
      isGroup: isGroupAt([...path, label]),
    }));
}

const wordsOf = (path: KeyPath, place: Place): readonly Suggestion[] =>
  optionsAt(path).map((label) => ({ ...place, kind: 'value', label, description: null, isGroup: false }));

interface Found {
  readonly path: KeyPath;
  readonly isKey: boolean;
  readonly place: Place;
  /** The other keys of its map, where it is a key. */
  readonly siblings: readonly string[];
}

type Wanted = (node: Node, isKey: boolean) => boolean;

/** The first node that is wanted, with the way to it. */
function find(node: unknown, path: KeyPath, wanted: Wanted): Found | null {
  if (isMap(node)) {
    for (const pair of node.items) {
      const found = inPair(pair, path, wanted, () => node.items.map(nameOf));
      if (found !== null) return found;
    }
    return null;
  }
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) {
      const found = find(item, [...path, index], wanted);
      if (found !== null) return found;
    }
    return null;
  }
  return isScalar(node) && wanted(node, false)
    ? { path, isKey: false, place: placeOf(node), siblings: [] }
    : null;
}

function inPair(pair: Pair, path: KeyPath, wanted: Wanted, names: () => readonly string[]): Found | null {
  const own = [...path, nameOf(pair)];
  if (isScalar(pair.key) && wanted(pair.key, true)) {
    const siblings = names().filter((name) => name !== nameOf(pair));
    return { path: own, isKey: true, place: placeOf(pair.key), siblings };
  }
  return find(pair.value, own, wanted);
}

const nameOf = ({ key }: Pair): string => (isScalar(key) ? String(key.value) : '');

const placeOf = ({ range }: Node): Place => ({ start: range?.[0] ?? 0, end: range?.[1] ?? 0 });
