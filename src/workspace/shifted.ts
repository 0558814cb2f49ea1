// Moves the places of an answer along with edits of its text, until the text is read anew.

/** `[start, end)` of the text before was replaced by `length` code units. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/** What lies between two texts as one edit: all but what they begin and end with alike. */
export function editBetween(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < most - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  return { start, end: before.length - tail, length: after.length - tail - start };
}

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A copy of plain data with its places moved by edits, which are applied one after the other (see `remapped`). */
export function shifted<T>(data: T, before: string, after: string, edits: readonly Edit[]): T {
  return remapped(data, (place, item) => {
    const next = moved(place, edits);
    const isQuoted = 'text' in item && next !== null;
    const isGone = isQuoted && after.slice(next.start, next.end) !== before.slice(place.start, place.end);
    return isGone ? null : next;
  });
}

/**
 * A copy of plain data with every `{ start, end }` in it moved. What is shared in the data stays shared. An item of a
 * list whose place is null is left out; any other one keeps its place.
 */
export function remapped<T>(data: T, move: (place: Place, item: object) => Place | null): T {
  const copies = new Map<object, unknown>();
  const copy = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    const known = copies.get(value);
    if (known !== undefined) return known;
    const made = Array.isArray(value) ? value.filter(isKept).map(copy) : copyOf(value);
    copies.set(value, made);
    return made;
  };
  const copyOf = (value: object): unknown => {
    const fields = Object.entries(value).map(([key, field]) => [key, copy(field)]);
    return { ...Object.fromEntries(fields), ...(isPlace(value) ? move(value, value) : {}) };
  };
  const isKept = (item: unknown): boolean => !isPlace(item) || move(item, item) !== null;
  return copy(data) as T;
}

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' &&
  value !== null &&
  'start' in value &&
  'end' in value &&
  typeof value.start === 'number' &&
  typeof value.end === 'number';

/** Null where an edit overwrites the place or one of its ends. What is typed inside of a place makes it longer. */
function moved({ start, end }: Place, edits: readonly Edit[]): Place | null {
  let place = { start, end };
  for (const edit of edits) {
    const by = edit.length - (edit.end - edit.start);
    if (edit.end <= place.start) place = { start: place.start + by, end: place.end + by };
    else if (edit.start >= place.end) continue;
    else if (
      edit.start >= place.start &&
      edit.end <= place.end &&
      (edit.start > place.start || edit.end < place.end)
    )
      place = { start: place.start, end: place.end + by };
    else return null;
  }
  return place;
}
