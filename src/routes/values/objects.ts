// Objects that grow: entries put, objects spread into others, each sure or not.
import { choice, isNull, optionsOf, type Result, scalarResult, UNKNOWN } from './result.ts';

/** An object with a value put at a path; `sure` false: it may have been put there. */
export function put(object: Result, path: readonly string[], value: Result, sure: boolean): Result {
  const [key, ...rest] = path;
  if (key === undefined)
    return spread(
      object,
      sure
        ? value
        : choice([{ kind: 'object', type: null, entries: new Map(), open: false, at: null }, value]),
    );
  const base: Result =
    object.kind === 'object'
      ? object
      : { kind: 'object', type: null, entries: new Map(), open: object.kind === 'unknown', at: null };
  if (base.kind !== 'object' || object.kind === 'scalar' || object.kind === 'list' || object.kind === 'text')
    return object;
  const before = base.entries.get(key);
  const next =
    rest.length === 0
      ? value
      : put(
          before ?? { kind: 'object', type: null, entries: new Map(), open: false, at: null },
          rest,
          value,
          true,
        );
  const entries = new Map(base.entries);
  entries.set(key, sure ? next : choice([before ?? scalarResult(null), next]));
  return { ...base, entries };
}

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
