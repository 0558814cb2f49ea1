// Finds the row that a route's requests meet, by its exact label.
import { distance } from 'fastest-levenshtein';
import type { GatewayCatalog, GatewayRow } from './types.ts';

/** What was found under some names of a route. */
export type RowSearch =
  | { readonly kind: 'found'; readonly row: GatewayRow }
  /** A row is there, but nothing in the catalog says that it is a Veo model. */
  | { readonly kind: 'other'; readonly label: string }
  /** `near` are labels that differ in little. */
  | { readonly kind: 'missing'; readonly near: readonly string[] };

/**
 * Whether the labels of a catalog are what callers send. Price files (LiteLLM's cost map, Portkey's) hold the models that
 * are sent on instead, under names of their own.
 */
export function labelsAreSent({ kind, rows }: Pick<GatewayCatalog, 'kind' | 'rows'>): boolean {
  if (kind === 'litellm') return rows.some(({ upstream }) => upstream !== null);
  return kind !== 'portkey';
}

export interface FindOptions {
  /** Only exact labels count where labels are what callers send, since any other would be refused. */
  readonly exact?: boolean;
  /** What price files put before the models of the route's surface. */
  readonly prefixes?: readonly string[];
}

/** The row of the first name that has one: by its exact label, then by what the gateway sends on. */
export function findRow(
  catalog: GatewayCatalog,
  names: readonly string[],
  { exact = false, prefixes = [] }: FindOptions = {},
): RowSearch {
  const { rows, otherLabels } = catalog;
  for (const name of names) {
    const row = rows.find(({ label }) => label === name);
    if (row !== undefined) return { kind: 'found', row };
  }
  // A router's prefix belongs to the router, not to the name.
  const kin = names.flatMap((name) =>
    rows.filter(({ label, upstream }) =>
      [upstream, bareName(upstream ?? label), bareName(label)].includes(name),
    ),
  );
  const isSent = labelsAreSent(catalog);
  // A price file has rows for other surfaces, whose prices are not this one's.
  const isElsewhere = (label: string): boolean =>
    !isSent &&
    label.includes('/') &&
    prefixes.length > 0 &&
    !prefixes.some((prefix) => label.startsWith(prefix));
  const likeliest = kin.find(({ label }) => !isElsewhere(label));
  if (likeliest !== undefined && catalog.kind !== 'new-api' && !(exact && isSent))
    return { kind: 'found', row: likeliest };
  const other = names.find((name) => otherLabels.includes(name));
  if (other !== undefined) return { kind: 'other', label: other };
  const near = [...kin.map(({ label }) => label), ...nearLabels(rows, names)];
  return { kind: 'missing', near: [...new Set(near)].slice(0, 3) };
}

/** A name without the prefixes that routers put before it. */
export const bareName = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

/** Labels that differ in little, or only in what is left out at the end. */
function nearLabels(rows: readonly GatewayRow[], names: readonly string[]): readonly string[] {
  return rows
    .flatMap(({ label }) => names.map((name) => [label, plain(label), plain(name)] as const))
    .filter(([, label, name]) => isNear(label, name))
    .toSorted(([, ...a], [, ...b]) => distance(...a) - distance(...b))
    .map(([label]) => label);
}

function isNear(a: string, b: string): boolean {
  const short = Math.min(a.length, b.length);
  const isPart = short >= 4 && (a.startsWith(b) || b.startsWith(a));
  return isPart || distance(a, b) <= Math.max(2, short / 2);
}

const plain = (name: string): string =>
  bareName(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
