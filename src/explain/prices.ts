// Prices with their units, in the language of whoever reads.

import { formatUsd, formatUsdRange } from '../cost/format.ts';
import type { UsdRange } from '../cost/types.ts';
import { t } from '../words/words.ts';

/** `$0.40 per second`, or `$0.08–$0.12 per second` where the ends differ. */
export const perSecond = (range: UsdRange): string => t('{0} per second', formatUsdRange(range));

/** `$3.20 per request` */
export const perRequest = (range: UsdRange): string => t('{0} per request', formatUsdRange(range));

/** `$0.40 per second`, by the unit of a row of the catalog. */
export const perUnit = (usd: number, unit: string): string =>
  t('{0} per {1}', formatUsd(usd), unitWords(unit));

/** What a price is for: `second`, `request`. */
export function unitWords(unit: string): string {
  const words: Readonly<Record<string, string>> = {
    second: t('second'),
    request: t('request'),
    video: t('video'),
    unclear: t('unclear'),
  };
  return words[unit] ?? unit;
}
