// What a month costs at a declared volume.

import type { Catalog } from '../catalog/catalog.ts';
import { spannedSurfaces } from '../catalog/price.ts';
import { formatUsd } from './format.ts';
import { timesRange } from './money.ts';
import { constraintOf, nameOf } from './scope.ts';
import type { CostQuestion, UsdRange } from './types.ts';

export interface MonthCost {
  readonly usdPerMonth: UsdRange;
  /** Sentences for people: what is charged when a video fails, and what a retry can cost. */
  readonly notes: readonly string[];
}

/** The cost of `requestsPerMonth` requests that all end in a video. */
export function monthCost(
  question: CostQuestion,
  usdPerRequest: UsdRange,
  requestsPerMonth: number,
  catalog: Catalog,
): MonthCost {
  return {
    usdPerMonth: timesRange(usdPerRequest, requestsPerMonth),
    notes: [failureNote(question, catalog), retryNote(usdPerRequest)],
  };
}

/** What a blind retry can cost, as a sentence. */
function retryNote(usdPerRequest: UsdRange): string {
  return `a submit that is retried after a timeout may start a second job and cost up to ${formatUsd(usdPerRequest.max)} more`;
}

function failureNote({ model, surface }: CostQuestion, catalog: Catalog): string {
  const notes = spannedSurfaces(catalog, model, surface).flatMap((id) => {
    const scope = { catalog, model, surface: id };
    const row = constraintOf(scope, 'billing.onlySuccess');
    return row?.value === true ? [`${nameOf(scope)} (${row.sources.join(', ')})`] : [];
  });
  if (notes.length > 0) return `charged only when the video is made on ${notes.join(' and ')}`;
  return 'every request is counted: whether a failed one is charged is not documented';
}
