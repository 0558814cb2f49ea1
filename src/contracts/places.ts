// Where the keys of a veo-audit.yaml stand, for faults and for findings about contracts.
import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { shallowDocument } from '../routes/config/shallowDocument.ts';
import type { Place } from '../routes/types.ts';

/** The steps from the top of the file to a key, or to an item of a list. */
export type KeyPath = readonly PropertyKey[];

/** Where a key stands, or the nearest thing above it that is there. Offsets are UTF-16 code units. */
export type PlaceOf = (path: KeyPath) => Place;

/** The places of a configuration's keys. Never throws; of a broken file the places are those that can be made out. */
export function configPlaces(text: string): PlaceOf {
  const { contents } = shallowDocument(text, { prettyErrors: false });
  return (path) => placeIn(contents, path);
}

/** The place of a key in a parsed document: the key itself, not its value. */
export function placeIn(root: Node | null, path: KeyPath): Place {
  let node: unknown = root;
  let place = startOf(root) ?? { start: 0, end: 0 };
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) return place;
      place = rangeOf(pair.key) ?? place;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      place = startOf(node) ?? place;
    } else return place;
  }
  return place;
}

function rangeOf(node: unknown): Place | null {
  const range = (node as Node | null | undefined)?.range;
  return range ? { start: range[0], end: range[1] } : null;
}

/** A map or list is as long as its content: its first key or item stands for it. */
function startOf(node: unknown): Place | null {
  if (isMap(node)) return rangeOf(node.items[0]?.key) ?? rangeOf(node);
  if (isSeq(node)) return startOf(node.items[0]) ?? rangeOf(node);
  return rangeOf(node);
}
