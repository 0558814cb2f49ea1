// Dollars for people: `$3.20`, `$0.40 per second`.
import { once } from '../once.ts';
import type { UsdRange } from './types.ts';

/** To load the words of a language takes longer than many a whole audit. */
const dollars = once(
  () =>
    new Intl.NumberFormat('en-US', {
      style: 'currency',
      currency: 'USD',
      minimumFractionDigits: 2,
      maximumFractionDigits: 6,
    }),
);

/** `$3.20`, `$0.064`, `$12,800.00`. */
export function formatUsd(usd: number): string {
  return dollars().format(usd);
}

/** `$3.20`, or `$1.60–$3.20` where the ends differ. */
export function formatUsdRange({ min, max }: UsdRange): string {
  return min === max ? formatUsd(min) : `${formatUsd(min)}–${formatUsd(max)}`;
}

/** `$0.40 per second`, or `$0.08–$0.12 per second` where the ends differ. */
export function formatUsdPerSecond(range: UsdRange): string {
  return `${formatUsdRange(range)} per second`;
}
