// Objects that grow: entries put, objects spread into others, each sure or not.
import { choice, isNull, optionsOf, type Result, scalarResult, UNKNOWN } from './result.ts';

/** An object with a value put at a path; `sure` false: it may have been put there. */
export function put(object: Result, path: readonly string[], value: Result, sure: boolean): Result {
  const [key, ...rest] = path;
  if (key === undefined) return spread(object, sure ? value : choice([EMPTY, value]));
  if (object.kind === 'choice')
    return { kind: 'choice', options: object.options.map((option) => put(option, path, value, sure)) };
  const base =
    object.kind === 'object' ? object : object.kind === 'unknown' ? { ...EMPTY, open: true } : null;
  if (base === null) return object;
  const before = base.entries.get(key);
  const next =
    rest.length > 0
      ? put(before ?? EMPTY, rest, value, sure)
      : sure
        ? value
        : choice([before ?? scalarResult(null), value]);
  return { ...base, entries: new Map(base.entries).set(key, next) };
}

const EMPTY: Extract<Result, { kind: 'object' }> = {
  kind: 'object',
  type: null,
  entries: new Map(),
  open: false,
  at: null,
};

/** An object with another one's entries over its own. */
export function spread(object: Result, other: Result): Result {
  if (object.kind !== 'object') return object;
  if (isNull(other)) return object;
  const options = optionsOf(other);
  const objects = options.filter((option) => option.kind === 'object');
  const unseen = options.some(
    (option) =>
      option.kind === 'unknown' || option.kind === 'text' || (option.kind === 'object' && option.open),
  );
  const sure = objects.length === options.length && objects.length === 1;
  const entries = new Map(object.entries);
  const names = new Set(objects.flatMap((one) => [...one.entries.keys()]));
  for (const name of names) {
    const given = objects.map((one) => one.entries.get(name));
    const missing = !sure && (given.some((value) => value === undefined) || objects.length < options.length);
    const before = entries.get(name) ?? scalarResult(null);
    entries.set(
      name,
      choice([
        ...(missing ? [before] : []),
        ...given.flatMap((value) => (value === undefined ? [] : [value])),
      ]),
    );
  }
  if (!unseen) return { ...object, entries };
  // What cannot be seen may override whatever stands before it.
  for (const [name, value] of object.entries)
    if (!names.has(name)) entries.set(name, choice([value, UNKNOWN]));
  return { ...object, entries, open: true };
}
