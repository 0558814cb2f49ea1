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

/** The row of the first name that has one. Labels are compared exactly, then by what the gateway sends on. */
export function findRow(catalog: GatewayCatalog, names: readonly string[]): RowSearch {
  const { rows, otherLabels } = catalog;
  for (const name of names) {
    const row = rows.find(({ label }) => label === name);
    if (row !== undefined) return { kind: 'found', row };
  }
  for (const name of names) {
    // A router's prefix belongs to the router, not to the name.
    const row = rows.find(
      ({ label, upstream }) => upstream === name || last(upstream) === name || last(label) === name,
    );
    if (row !== undefined && catalog.kind !== 'new-api') return { kind: 'found', row };
  }
  const other = names.find((name) => otherLabels.includes(name));
  if (other !== undefined) return { kind: 'other', label: other };
  return { kind: 'missing', near: nearLabels(rows, names) };
}

const last = (name: string | null): string | null =>
  name === null ? null : name.slice(name.lastIndexOf('/') + 1);

function nearLabels(rows: readonly GatewayRow[], names: readonly string[]): readonly string[] {
  return rows
    .map(({ label }) => ({
      label,
      steps: Math.min(...names.map((name) => distance(plain(label), plain(name)))),
    }))
    .filter(({ steps }) => steps <= 8)
    .toSorted((a, b) => a.steps - b.steps)
    .slice(0, 3)
    .map(({ label }) => label);
}

const plain = (name: string): string => (last(name) ?? name).toLowerCase().replaceAll(/[^a-z0-9]/g, '');
