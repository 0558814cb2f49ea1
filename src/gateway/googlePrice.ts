// What Google itself takes for the model behind a gateway's row, on a day.
import type { Catalog } from '../catalog/catalog.ts';
import { holdsOn } from '../catalog/price.ts';
import type { Day, PriceRow } from '../catalog/types.ts';
import type { UsdRange } from '../cost/types.ts';
import type { Resolution } from '../routes/types.ts';
import type { NormalisedPrice } from './normalise.ts';
import { bareName } from './rows.ts';
import type { GatewayRow } from './types.ts';

/** Google's price beside a gateway's. */
export interface GoogleComparison {
  readonly model: string;
  /** True where only the label's name says that this is the model: it may be another one. */
  readonly assumed: boolean;
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
    const bare = bareName(name);
    if (catalog.model(bare) !== undefined) return bare;
    const resolved = catalog.aliases(name).map(({ resolvesTo }) => resolvesTo);
    if (resolved.length === 1 && resolved[0]) return resolved[0];
  }
  return null;
}

/** Google's IDs of the family and tier that a label's name claims; none where the catalog knows of no claim. */
function claimedModels({ label }: GatewayRow, catalog: Catalog): readonly string[] {
  const families = new Set(catalog.aliases(label).map(({ family }) => family));
  const [family] = families;
  // Google has no such tiers, so nobody can say what these are.
  if (families.size !== 1 || !family || /pro|quality|ultra|turbo|relaxed/i.test(label)) return [];
  const tier = /fast/i.test(label) ? 'fast' : /lite/i.test(label) ? 'lite' : 'standard';
  return catalog.models.filter((model) => model.family === family && model.tier === tier).map(({ id }) => id);
}

/** The comparison; null where Google has no price that speaks of the same, or nobody says which model answers. */
export function comparedWithGoogle(
  row: GatewayRow,
  price: NormalisedPrice,
  catalog: Catalog,
  asOf: Day,
): GoogleComparison | null {
  if (price.kind !== 'per-second') return null;
  const known = googleModelOf(row, catalog);
  const models = known === null ? claimedModels(row, catalog) : [known];
  const resolution = sizeOf(price, row);
  const found = models.flatMap((model) => offersOf(model, row, price, resolution, catalog, asOf));
  // A price that holds says more than one that did.
  const [best, ...others] = found.toSorted((a, b) => Number(a.until !== null) - Number(b.until !== null));
  if (best === undefined) return null;
  // Where the model is only claimed, any of the family may answer.
  const kin = known === null ? others.filter(({ until }) => (until === null) === (best.until === null)) : [];
  const rows = [best, ...kin].flatMap((offer) => offer.rows);
  const prices = rows.map(({ usd }) => usd);
  const google = { min: Math.min(...prices), max: Math.max(...prices) };
  return {
    model: best.model,
    assumed: known === null,
    surface: best.surface,
    resolution,
    google,
    ratio: ratioOf(price.usdPerSecond, google),
    sources: [...new Set(rows.flatMap(({ sources }) => sources))],
    checkedOn: rows.map(({ checkedOn }) => checkedOn).toSorted()[0] ?? asOf,
    until: best.until,
  };
}

/** What Google takes for a model on one surface. */
interface Offer {
  readonly model: string;
  readonly surface: string;
  readonly rows: readonly PriceRow[];
  /** The last day of the price, where it no longer holds. */
  readonly until: Day | null;
}

function offersOf(
  model: string,
  row: GatewayRow,
  price: PerSecond,
  resolution: Resolution,
  catalog: Catalog,
  asOf: Day,
): readonly Offer[] {
  const surfaces = Object.keys(catalog.model(model)?.surfaces ?? {});
  const named = surfaces.filter((surface) =>
    catalog.surface(surface)?.prefixes.some((prefix) => (row.upstream ?? row.label).startsWith(prefix)),
  );
  return (named.length > 0 ? named : surfaces).flatMap((surface): readonly Offer[] => {
    const rows = rowsFor(price, resolution, catalog.priceRows(model, surface));
    const current = rows.filter((one) => holdsOn(one, asOf));
    if (current.length > 0) return [{ model, surface, rows: current, until: null }];
    const last = lastOf(rows, asOf);
    return last.length === 0 ? [] : [{ model, surface, rows: last, until: last[0]?.to ?? null }];
  });
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

/** The rows that were the last to end before a day. */
function lastOf(rows: readonly PriceRow[], asOf: Day): readonly PriceRow[] {
  const ended = rows.flatMap(({ to }) => (to !== null && to < asOf ? [to] : []));
  const day = ended.toSorted().at(-1);
  return rows.filter(({ to }) => to === day);
}

function ratioOf(usd: number, { min, max }: UsdRange): number {
  if (usd < min) return usd / min;
  return usd > max ? usd / max : 1;
}
