// What Google itself takes for the model behind a gateway's row, on a day.
import type { Catalog } from '../catalog/catalog.ts';
import { holdsOn } from '../catalog/price.ts';
import type { Day, PriceRow } from '../catalog/types.ts';
import type { UsdRange } from '../cost/types.ts';
import type { Resolution } from '../routes/types.ts';
import type { NormalisedPrice } from './normalise.ts';
import type { GatewayRow } from './types.ts';

/** Google's price beside a gateway's. */
export interface GoogleComparison {
  readonly model: string;
  readonly surface: string;
  /** The size that is compared. */
  readonly resolution: Resolution;
  readonly google: UsdRange;
  /** The gateway's price as a part of Google's: 1.5 is half as much again; 1 where it lies within Google's range. */
  readonly ratio: number;
  readonly sources: readonly string[];
  readonly checkedOn: Day;
  /** The last day of Google's price, where it no longer holds. */
  readonly until: Day | null;
}

type PerSecond = Extract<NormalisedPrice, { kind: 'per-second' }>;

/** Google's ID behind a row: its label or what it sends on, without a prefix, or what the catalog documents. */
export function googleModelOf(row: GatewayRow, catalog: Catalog): string | null {
  for (const name of [row.upstream, row.label]) {
    if (name === null) continue;
    const bare = name.slice(name.lastIndexOf('/') + 1);
    if (catalog.model(bare) !== undefined) return bare;
    const resolved = catalog.aliases(name).map(({ resolvesTo }) => resolvesTo);
    if (resolved.length === 1 && resolved[0]) return resolved[0];
  }
  return null;
}

/** The comparison; null where Google has no price that speaks of the same. */
export function comparedWithGoogle(
  row: GatewayRow,
  price: NormalisedPrice,
  catalog: Catalog,
  asOf: Day,
): GoogleComparison | null {
  const model = googleModelOf(row, catalog);
  if (price.kind !== 'per-second' || model === null) return null;
  const resolution = sizeOf(price, row);
  const surfaces = Object.keys(catalog.model(model)?.surfaces ?? {});
  const named = surfaces.filter((surface) =>
    catalog.surface(surface)?.prefixes.some((prefix) => (row.upstream ?? row.label).startsWith(prefix)),
  );
  const found = (named.length > 0 ? named : surfaces).flatMap((surface) => {
    const rows = rowsFor(price, resolution, catalog.priceRows(model, surface));
    const current = rows.filter((one) => holdsOn(one, asOf));
    const last = current.length > 0 ? current : lastOf(rows, asOf);
    return last.length === 0
      ? []
      : [{ surface, rows: last, until: current.length > 0 ? null : (last[0]?.to ?? null) }];
  });
  // A price that holds says more than one that did.
  const [best] = found.toSorted((a, b) => Number(a.until !== null) - Number(b.until !== null));
  if (best === undefined) return null;
  const prices = best.rows.map(({ usd }) => usd);
  const google = { min: Math.min(...prices), max: Math.max(...prices) };
  return {
    model,
    surface: best.surface,
    resolution,
    google,
    ratio: ratioOf(price.usdPerSecond, google),
    sources: [...new Set(best.rows.flatMap(({ sources }) => sources))],
    checkedOn: best.rows.map(({ checkedOn }) => checkedOn).toSorted()[0] ?? asOf,
    until: best.until,
  };
}

/** Google's rows for one size and the same sound. */
function rowsFor(price: PerSecond, size: Resolution, rows: readonly PriceRow[]): readonly PriceRow[] {
  return rows.filter(
    ({ unit, resolution, audio }) =>
      unit === 'second' &&
      (resolution === 'any' || resolution === size) &&
      (price.audio === null || audio === null || audio === price.audio),
  );
}

/** An amount for any size is the price of the smallest usual one for which the row has none of its own. */
function sizeOf({ resolution }: PerSecond, { amounts }: GatewayRow): Resolution {
  if (resolution !== 'any') return resolution;
  const own = new Set(amounts.map((amount) => amount.resolution));
  return (['720p', '1080p', '4k'] as const).find((size) => !own.has(size)) ?? '720p';
}

function lastOf(rows: readonly PriceRow[], asOf: Day): readonly PriceRow[] {
  const past = rows.filter(({ to }) => to !== null && to < asOf);
  const day = past
    .map(({ to }) => to ?? '')
    .toSorted()
    .at(-1);
  return past.filter(({ to }) => to === day);
}

function ratioOf(usd: number, { min, max }: UsdRange): number {
  if (usd < min) return usd / min;
  return usd > max ? usd / max : 1;
}
