// Prices of a source against those of the catalog on the day it was read.
import type { Catalog } from '../catalog/catalog.ts';
import { isEndedByGoogle } from '../catalog/lifecycle.ts';
import { pricesOn } from '../catalog/price.ts';
import type { PriceRow } from '../catalog/types.ts';
import { difference } from './rows.ts';
import type { Difference, PriceClaim, SourceReading } from './types.ts';

/** A price that changes by more than this part of itself is more likely misread. */
const JUMP = 0.5;

/** The rows of one source whose price is another one, or new. */
export function priceDifferences(catalog: Catalog, source: SourceReading): readonly Difference[] {
  const claims = source.reading.claims.filter((claim) => claim.kind === 'price');
  const exact = new Set(claims.map((claim) => keyOf(claim, claim.resolution)));
  return claims.flatMap((claim, index) => {
    const isFirst = claims.findIndex(({ model }) => model === claim.model) === index;
    if (phantom(catalog, claim)) return isFirst ? phantomRow(catalog, claim, source) : [];
    // A page may go on pricing what was shut down.
    if (isEndedByGoogle(catalog, claim.model, claim.surface, source.day)) return [];
    const rows = pricesOn(catalog, claim.model, claim.surface, source.day).filter(
      ({ audio }) => audio === claim.audio,
    );
    const others = claims.filter((other) => isSameSubject(other, claim) && other.usd !== claim.usd);
    return sizesOf(claim, rows)
      .filter((resolution) => resolution === claim.resolution || !exact.has(keyOf(claim, resolution)))
      .flatMap((resolution) => priceRow(catalog, { ...claim, resolution }, { rows, others }, source));
  });
}

const isSameSubject = (a: PriceClaim, b: PriceClaim): boolean =>
  keyOf(a, a.resolution) === keyOf(b, b.resolution);

const keyOf = ({ model, surface, audio }: PriceClaim, resolution: PriceRow['resolution']): string =>
  `${model} ${surface} ${audio} ${resolution}`;

/** A price for all sizes speaks of each that the catalog has; not of 4k, which has always had a price of its own. */
function sizesOf({ resolution }: PriceClaim, rows: readonly PriceRow[]): readonly PriceRow['resolution'][] {
  if (resolution !== 'any') return [resolution];
  const sizes = rows.map((row) => row.resolution).filter((size) => size !== '4k');
  return sizes.length === 0 ? ['any'] : [...new Set(sizes)];
}

function priceRow(
  catalog: Catalog,
  { model, surface, resolution, audio, usd, beside }: PriceClaim,
  { rows, others }: { readonly rows: readonly PriceRow[]; readonly others: readonly PriceClaim[] },
  source: SourceReading,
): readonly Difference[] {
  const before =
    rows.find((row) => row.resolution === resolution) ?? rows.find((row) => row.resolution === 'any');
  if (before?.unit === 'second' && before.usd === usd) return [];
  const sound = audio === null ? '' : audio ? ' with audio' : ' without audio';
  const change = before === undefined ? 0 : Math.abs(usd - before.usd) / before.usd;
  const doubts = [
    ...(before !== undefined && before.unit !== 'second' ? [`the catalog has it per ${before.unit}`] : []),
    ...(before === undefined && isNewSpelling(catalog, model, surface)
      ? ['the catalog does not have this spelling']
      : []),
    ...(beside === null ? [] : [`other words stand beside it: "${beside}"`]),
    ...(others.length === 0 ? [] : [`it also says ${others.map((other) => `$${other.usd}`).join(' and ')}`]),
    ...(change > JUMP ? [`it changes by ${Math.round(change * 100)}%`] : []),
  ];
  return [
    difference(
      catalog,
      { field: 'price', model, surface, detail: `${resolution === 'any' ? 'any size' : resolution}${sound}` },
      {
        before: before === undefined ? 'none' : `$${before.usd} per ${before.unit}`,
        after: `$${usd} per second`,
        doubts,
        edit: { kind: 'price', price: { model, surface, resolution, audio, usd } },
      },
      source,
    ),
  ];
}

function isNewSpelling(catalog: Catalog, spelling: string, surface: string): boolean {
  if (catalog.surface(surface)?.kind !== 'gateway' || catalog.priceRows(spelling, surface).length > 0)
    return false;
  return !catalog.aliases(spelling).some((alias) => alias.surface === surface);
}

/** An ID behind a prefix that names a Google surface which never had it. */
function phantom(catalog: Catalog, { model, surface }: PriceClaim): boolean {
  if (surface !== 'litellm' || catalog.priceRows(model, surface).length > 0) return false;
  const upstream = upstreamOf(catalog, model);
  return upstream !== null && catalog.model(upstream.id)?.surfaces[upstream.surface] === undefined;
}

function upstreamOf(
  catalog: Catalog,
  spelling: string,
): { readonly id: string; readonly surface: string } | null {
  const found = catalog.surfaces
    .filter(({ kind }) => kind === 'google')
    .flatMap(({ id, prefixes }) => prefixes.map((prefix) => ({ prefix, surface: id })))
    .find(({ prefix }) => spelling.startsWith(prefix));
  return found === undefined ? null : { id: spelling.slice(found.prefix.length), surface: found.surface };
}

function phantomRow(catalog: Catalog, claim: PriceClaim, source: SourceReading): readonly Difference[] {
  const { model, surface, usd } = claim;
  if (catalog.aliases(model).length > 0) return [];
  const told = {
    before: 'not in the catalog',
    after: `$${usd} per second`,
    doubts: ['the map prices it, but its surface never had such an ID'],
    edit: null,
  };
  return [difference(catalog, { field: 'spelling', model, surface }, told, source)];
}
