// Looks up names that people chose: `constructor` is none of ours.

/** The entry of a record under exactly this name. */
export function ownOf<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
