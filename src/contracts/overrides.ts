// A team's own prices in the place of the built-in ones.

import { type Catalog, createCatalog } from '../catalog/catalog.ts';
import { addDays } from '../catalog/days.ts';
import type { PriceRow, Source } from '../catalog/types.ts';
import { GOOGLE_RESOLUTIONS } from '../routes/types.ts';
import type { Config, PriceOverride } from './schema.ts';

/** A catalog in which the prices of a configuration count; the built-in ones stay for what they do not speak of. */
export function withOverrides(catalog: Catalog, { prices = [] }: Config): Catalog {
  if (prices.length === 0) return catalog;
  const own = prices.flatMap((price, index) => bySize(rowOf(price, index)));
  const rest = own.reduce<readonly PriceRow[]>(
    (rows, override) => rows.flatMap((row) => without(row, override)),
    catalog.data.prices,
  );
  const sources = Object.fromEntries(prices.map((price, index) => [keyOf(index), sourceOf(price)]));
  return createCatalog({
    ...catalog.data,
    prices: [...own, ...rest],
    sources: { ...catalog.data.sources, ...sources },
  });
}

const keyOf = (index: number): string => `veo-audit.yaml prices[${index}]`;

function sourceOf({ source, checkedOn }: PriceOverride): Source {
  const url = /^https?:\/\//.test(source) ? source : null;
  return { title: source, url, date: checkedOn, confidence: 'official' };
}

function rowOf(price: PriceOverride, index: number): PriceRow {
  const { model, surface, usd, unit, checkedOn } = price;
  return {
    model,
    surface,
    usd,
    unit,
    checkedOn,
    resolution: price.resolution ?? 'any',
    audio: price.audio ?? null,
    from: price.from ?? null,
    to: price.to ?? null,
    note: "the team's own price",
    sources: [keyOf(index)],
    confidence: 'official',
  };
}

/** A price for one sound alone stands beside those of the other sound, which are by size. */
function bySize(row: PriceRow): readonly PriceRow[] {
  if (row.resolution !== 'any' || row.audio === null) return [row];
  return GOOGLE_RESOLUTIONS.map((resolution) => ({ ...row, resolution }));
}

/** What is left of a row beside another one: other days, other sizes, the other sound. */
function without(row: PriceRow, override: PriceRow): readonly PriceRow[] {
  const apart =
    row.model !== override.model ||
    row.surface !== override.surface ||
    (row.resolution !== 'any' && override.resolution !== 'any' && row.resolution !== override.resolution) ||
    (row.audio !== null && override.audio !== null && row.audio !== override.audio) ||
    (override.from !== null && row.to !== null && row.to < override.from) ||
    (override.to !== null && row.from !== null && override.to < row.from);
  if (apart) return [row];
  const during = {
    ...row,
    from: later(row.from, override.from),
    to: earlier(row.to, override.to),
  };
  const sizes =
    row.resolution === 'any' && override.resolution !== 'any'
      ? GOOGLE_RESOLUTIONS.filter((size) => size !== override.resolution).map((resolution) => ({
          ...during,
          resolution,
        }))
      : [];
  const same = {
    ...during,
    resolution: override.resolution === 'any' ? row.resolution : override.resolution,
  };
  const sound = row.audio === null && override.audio !== null ? [{ ...same, audio: !override.audio }] : [];
  return [...otherDays(row, override), ...sizes, ...sound];
}

function otherDays(row: PriceRow, { from, to }: PriceRow): readonly PriceRow[] {
  const before =
    from !== null && (row.from === null || row.from < from) ? [{ ...row, to: addDays(from, -1) }] : [];
  const after = to !== null && (row.to === null || to < row.to) ? [{ ...row, from: addDays(to, 1) }] : [];
  return [...before, ...after];
}

const later = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b > a) ? b : a;
const earlier = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b < a) ? b : a;
