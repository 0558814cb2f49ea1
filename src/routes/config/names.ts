// Which IDs in a configuration are names for callers: nothing is sent under them, so they cannot fail.
import type { Reference } from '../../detect/types.ts';
import type { Place } from '../types.ts';
import type { ConfigReading } from './types.ts';

/**
 * Whether a reference only names a route of the configuration: a `model_name`, an alias, a name in a chain of
 * fallbacks, a key of a table of renamings. An ID that is a name and is sent as it is, too, is no mere name.
 */
export function nameTest(reading: ConfigReading): (reference: Reference) => boolean {
  const sent = new Set(
    reading.routes.flatMap(({ reference }) => (reference === null ? [] : [reference.start])),
  );
  const names: readonly Place[] = [
    ...reading.routes.flatMap(({ namePlace, aliases }) => [
      ...(namePlace === null ? [] : [namePlace]),
      ...aliases,
    ]),
    ...reading.fallbacks.flatMap(({ from, to, local }) => (local ? [] : [from, to])),
    ...reading.aliases.map(({ alias }) => alias),
    ...reading.names,
  ];
  const sorted = names.toSorted((a, b) => a.start - b.start);
  return (reference) => !sent.has(reference.start) && isInside(reference, sorted);
}

/** Names do not nest, so only those that begin last before the reference can hold it. */
function isInside({ start, end }: Place, sorted: readonly Place[]): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const before = sorted[low - 1];
  return before !== undefined && sorted.slice(Math.max(0, low - 4), low).some((name) => name.end >= end);
}
