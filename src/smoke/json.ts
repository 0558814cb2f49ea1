// Reads answers whose shape nobody guarantees: every look into them may find nothing.

/** A value out of parsed JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Parses a text; undefined when it is no JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    const parsed: Json = JSON.parse(text);
    return parsed;
  } catch {
    return undefined;
  }
}

/** What lies at the path of keys and indexes; undefined where there is nothing. */
export function at(value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  let current = value;
  for (const step of path) {
    if (current === null || typeof current !== 'object') return undefined;
    current = Array.isArray(current) ? current[Number(step)] : own(current, String(step));
  }
  return current;
}

/** The text at the path, null where there is none or an empty one. */
export function textAt(value: Json | undefined, ...path: readonly (string | number)[]): string | null {
  const found = at(value, ...path);
  return typeof found === 'string' && found !== '' ? found : null;
}

/** The number at the path, also where it is written as a text; null where there is none. */
export function numberAt(value: Json | undefined, ...path: readonly (string | number)[]): number | null {
  const found = at(value, ...path);
  const number = typeof found === 'string' && found !== '' ? Number(found) : found;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** How many there are by the number at the path: none where it is no count, which no record could hold. */
export function countAt(value: Json | undefined, ...path: readonly (string | number)[]): number {
  const found = numberAt(value, ...path) ?? 0;
  return Number.isSafeInteger(found) && found > 0 ? found : 0;
}

/** The list at the path, empty where there is none. */
export function listAt(value: Json | undefined, ...path: readonly (string | number)[]): readonly Json[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

function own(record: object, key: string): Json | undefined {
  return Object.hasOwn(record, key) ? (record as { readonly [key: string]: Json })[key] : undefined;
}
