// Why there is no price, as sentences for people.
import type { Catalog } from '../catalog/catalog.ts';
import { sourceWords } from '../catalog/sources.ts';
import type { Day, PriceRow } from '../catalog/types.ts';
import type { Resolution } from '../routes/types.ts';
import { formatUsdRange } from './format.ts';
import { lastPrices } from './priceTable.ts';
import { cited, constraintOf, nameOf, type Scope } from './scope.ts';

/** Why no row holds for a model on a surface on a day. */
export function whyNoPrice(scope: Scope, asOf: Day): string {
  const { catalog, model, surface } = scope;
  const place = nameOf(scope);
  if (catalog.surface(surface) === undefined) return `no surface ${surface} is known`;
  if (catalog.surface(surface)?.kind !== 'google')
    return `no price of ${model} is known on ${place} on ${asOf}`;
  const facts = catalog.model(model)?.surfaces[surface];
  if (catalog.model(model) === undefined) return `${model} is not an ID of ${place}`;
  if (facts === undefined) return `${model} was never served on ${place}`;
  const { shutdown } = facts;
  if (shutdown.kind === 'fixed' && shutdown.day <= asOf)
    return `${model} was shut down on ${place} on ${shutdown.day}`;
  return `no price of ${model} is known on ${place} on ${asOf}`;
}

/** The last prices that held, as a clause, or empty. */
export function lastPriceClause({ catalog, model, surface }: Scope, asOf: Day): string {
  const rows = lastPrices(catalog, model, surface, asOf);
  const seconds = rows.filter((row) => row.unit === 'second');
  if (seconds.length === 0) return '';
  return `; the last price was ${priceOf(seconds)} per second (${wordsOf(catalog, rows)})`;
}

/** Why a resolution has no price although others have. */
export function whyNoResolution(
  rows: readonly PriceRow[],
  resolution: Resolution,
  scope: Scope,
  asOf: Day,
): string {
  const allowed = constraintOf(scope, 'resolution.allowed');
  const priced = [...new Set(rows.map((row) => row.resolution))].join(', ');
  const refused =
    Array.isArray(allowed?.value) && !allowed.value.includes(resolution)
      ? `; ${nameOf(scope)} does not make it (${cited(scope, allowed.sources)})`
      : '';
  return `no price of ${resolution} is known for ${scope.model} on ${nameOf(scope)} on ${asOf}, only of ${priced}${refused}`;
}

/** Why a price that is not per second gives no cost per second. */
export function whyNotPerSecond(rows: readonly PriceRow[], scope: Scope): string {
  const [first] = rows;
  if (first?.unit === 'unclear') {
    return `what ${nameOf(scope)} charges ${priceOf(rows)} for is not clear (${wordsOf(scope.catalog, rows)}): ${first.note || 'the unit is not documented'}`;
  }
  const units = [...new Set(rows.map(({ unit }) => unit))];
  const prices = units.map((unit) => `${priceOf(rows.filter((row) => row.unit === unit))} per ${unit}`);
  return `${nameOf(scope)} charges ${prices.join(' or ')}, whatever the duration (${wordsOf(scope.catalog, rows)})${first?.note ? `: ${first.note}` : ''}`;
}

/** From the lowest to the highest of some rows. */
function priceOf(rows: readonly PriceRow[]): string {
  const prices = rows.map((row) => row.usd);
  return formatUsdRange({ min: Math.min(...prices), max: Math.max(...prices) });
}

/** The sources of some rows for people. */
const wordsOf = (catalog: Catalog, rows: readonly PriceRow[]): string =>
  sourceWords(catalog, [...new Set(rows.flatMap((row) => row.sources))]);

/** The keys of the sources of some rows, each once. */
export function keysOf(rows: readonly PriceRow[]): string {
  return [...new Set(rows.flatMap((row) => row.sources))].join(', ');
}
