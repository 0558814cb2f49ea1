// What changed between snapshots of a gateway's catalog, and since when.

import { grouped } from '../catalog/grouped.ts';
import type { Day } from '../catalog/types.ts';
import { ownOf } from '../contracts/own.ts';
import type { GatewayRow, GatewaySnapshot } from './types.ts';

/** One change of one row. The day on which it happened lies after `after` and not later than `by`. */
export interface RowChange {
  readonly label: string;
  readonly what: 'added' | 'removed' | 'price' | 'status' | 'endpoints' | 'groups' | 'upstream';
  readonly before: string;
  readonly now: string;
  readonly after: Day;
  readonly by: Day;
}

/** What differs between two snapshots, by label. */
function compareSnapshots(older: GatewaySnapshot, newer: GatewaySnapshot): readonly RowChange[] {
  const before = rowsByLabel(older);
  const now = rowsByLabel(newer);
  const labels = [...new Set([...before.keys(), ...now.keys()])].toSorted();
  const days = { after: older.day, by: newer.day };
  return labels.flatMap((label): readonly RowChange[] => {
    const was = before.get(label);
    const is = now.get(label);
    if (was === undefined) return [{ label, what: 'added', before: 'no row', now: 'a row', ...days }];
    if (is === undefined) return [{ label, what: 'removed', before: 'a row', now: 'no row', ...days }];
    return FACTS.flatMap(([what, read]) => {
      const [old, fresh] = [said(was, read, older), said(is, read, newer)];
      return old === fresh ? [] : [{ label, what, before: old, now: fresh, ...days }];
    });
  });
}

/** All changes along some snapshots, which come oldest first; the newest change comes first. */
export function changesAlong(snapshots: readonly GatewaySnapshot[]): readonly RowChange[] {
  return snapshots
    .flatMap((snapshot, index) => {
      const older = snapshots[index - 1];
      return older === undefined ? [] : [compareSnapshots(older, snapshot)];
    })
    .toReversed()
    .flat();
}

/**
 * The day of the first snapshot, oldest first, since which the price of a label is as it is in the last one; null where
 * that one is alone.
 */
export function priceSince(label: string, snapshots: readonly GatewaySnapshot[]): Day | null {
  if (snapshots.length < 2) return null;
  const prices = snapshots.map((snapshot) =>
    said(rowsByLabel(snapshot).get(label) ?? [], priceWords, snapshot),
  );
  const differs = prices.findLastIndex((price) => price !== prices.at(-1));
  return snapshots[differs + 1]?.day ?? null;
}

type Fact = (row: GatewayRow, snapshot: GatewaySnapshot) => string;

const FACTS: readonly (readonly [RowChange['what'], Fact])[] = [
  ['price', priceWords],
  ['status', ({ status }) => status ?? 'not said'],
  ['endpoints', ({ endpoints }) => wordsOf(endpoints)],
  ['groups', ({ groups }) => wordsOf(groups)],
  ['upstream', ({ upstream }) => upstream ?? 'not said'],
];

const wordsOf = (words: readonly string[] | null): string =>
  words === null ? 'not said' : words.toSorted().join(', ') || 'none';

/** The amounts and what they are multiplied by, since a changed ratio changes the price as well. */
function priceWords({ amounts, groups }: GatewayRow, { catalog }: GatewaySnapshot): string {
  const stated = amounts.map(({ key, amount }) => `${key} ${amount}`).toSorted();
  const ratios = (groups ?? Object.keys(catalog.groupRatios)).flatMap((group) => {
    const ratio = ownOf(catalog.groupRatios, group);
    return ratio === undefined || ratio === 1 ? [] : [`group ${group} × ${ratio}`];
  });
  return [...stated, ...ratios.toSorted()].join(', ') || 'none';
}

/** Several deployments may share a label. */
const rowsByLabel = ({ catalog }: GatewaySnapshot): ReadonlyMap<string, readonly GatewayRow[]> =>
  grouped(catalog.rows, ({ label }) => label);

/** A fact of all rows of a label in words. */
const said = (rows: readonly GatewayRow[], read: Fact, snapshot: GatewaySnapshot): string =>
  [...new Set(rows.map((row) => read(row, snapshot)))].toSorted().join(' | ');
