// What a change of a request does to its price.
import type { Catalog } from '../catalog/catalog.ts';
import { addDays } from '../catalog/days.ts';
import type { Day } from '../catalog/types.ts';
import { estimateCost } from './estimate.ts';
import { formatUsdRange } from './format.ts';
import type { CostQuestion } from './types.ts';

/** A request to ask the price of: its model, surface and parameters. */
export type Priced = Omit<CostQuestion, 'asOf'>;

/** A request of which nothing but the model is known. */
export const anyRequest = (model: string, surface: string): Priced => ({
  model,
  surface,
  durationSeconds: null,
  resolution: 'dynamic',
  sampleCount: null,
  generateAudio: 'dynamic',
});

/** `$0.40 per second, was $0.75`; null where the new price is not known. */
export function priceChange(catalog: Catalog, from: Priced, to: Priced, asOf: Day): string | null {
  const now = perSecond(catalog, to, asOf);
  if (now === null) return null;
  const before = lastKnownPrice(catalog, from, asOf);
  if (before === null) return `${now} per second`;
  return before === now ? `${now} per second, as before` : `${now} per second, was ${before}`;
}

/** How a change of parameters changes what one request costs: `$1.60 a request, was $2.00`. */
export function requestChange(catalog: Catalog, from: Priced, to: Priced, asOf: Day): string | null {
  const [before, now] = [from, to].map((request) => {
    const answer = estimateCost({ ...request, asOf }, catalog);
    return answer.known ? formatUsdRange(answer.cost.usdPerRequest) : null;
  });
  if (now === null || now === undefined) return null;
  if (before === null || before === undefined) return `${now} per request`;
  return before === now ? `${now} per request, as before` : `${now} per request, was ${before}`;
}

function perSecond(catalog: Catalog, request: Priced, asOf: Day): string | null {
  const answer = estimateCost({ ...request, asOf }, catalog);
  return answer.known ? formatUsdRange(answer.cost.usdPerSecond) : null;
}

function lastKnownPrice(catalog: Catalog, request: Priced, asOf: Day): string | null {
  const day = lastPricedDay(catalog, request, asOf);
  return day === null ? null : perSecond(catalog, request, day);
}

/** The day itself, or the last one before it with a price: a price may end on the day of the shutdown itself. */
export function lastPricedDay(catalog: Catalog, request: Priced, asOf: Day): Day | null {
  const ends = catalog
    .priceRows(request.model, request.surface)
    .flatMap((row) => (row.to !== null && row.to < asOf ? [row.to] : []));
  const days = [asOf, ...ends.toSorted().reverse(), ...ends.map((end) => addDays(end, -1))];
  return days.find((day) => perSecond(catalog, request, day) !== null) ?? null;
}
