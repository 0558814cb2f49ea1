// Dollars for people: `$3.20`, `$0.40 per second`.
import { groupsOf } from '../thousands.ts';
import type { UsdRange } from './types.ts';

/** `$3.20`, `$0.064`, `$12,800.00`: as `Intl` writes it, whose data takes longer to load than a file takes to audit. */
export function formatUsd(usd: number): string {
  const [dollars = '', cents = ''] = Math.abs(usd).toFixed(6).split('.');
  const amount = `${groupsOf(dollars)}.${cents.replace(/0{1,4}$/, '')}`;
  return usd < 0 && /[1-9]/.test(amount) ? `-$${amount}` : `$${amount}`;
}

/** `$3.20`, or `$1.60–$3.20` where the ends differ. */
export function formatUsdRange({ min, max }: UsdRange): string {
  return min === max ? formatUsd(min) : `${formatUsd(min)}–${formatUsd(max)}`;
}

/** `$0.40 per second`, or `$0.08–$0.12 per second` where the ends differ. */
export function formatUsdPerSecond(range: UsdRange): string {
  return `${formatUsdRange(range)} per second`;
}
