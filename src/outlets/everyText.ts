// One function over every text of plain data, so that no cell is forgotten.

/** The same data with every text changed. Names of fields stay: they are part of the shape. */
export function everyText<T>(value: T, change: (text: string) => string): T {
  return changed(value, change) as T;
}

function changed(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((entry) => changed(entry, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, changed(entry, change)]));
}
