import { formatUsd, formatUsdRange } from '../../cost/format.ts';
import { comparedWithGoogle, type GoogleComparison } from '../../gateway/googlePrice.ts';
import type { Rule } from '../rule.ts';
import { inSentence } from '../wording.ts';
import { catalogName, gatewayRoutes } from './gatewayRoutes.ts';

export const gatewayPriceDiffers: Rule<'contracts'> = {
  scope: 'contracts',
  meta: {
    id: 'gateway-price-differs',
    severity: 'info',
    summary: "The gateway's price by the second differs from Google's own on that day.",
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    for (const route of gatewayRoutes(context)) {
      if (route.search.kind !== 'found') continue;
      for (const price of route.prices) {
        const compared = comparedWithGoogle(route.search.row, price, context.catalog, context.asOf);
        if (compared === null || price.kind !== 'per-second' || isSame(compared)) continue;
        const google = `${formatUsdRange(compared.google)} per second on ${inSentence(context.catalog, compared.surface)} at ${compared.resolution}`;
        const until = compared.until === null ? '' : ` until ${compared.until}, its last price`;
        const claim = compared.assumed ? ', if it is what its name says' : '';
        const message = `"${route.search.row.label}" costs ${formatUsd(price.usdPerSecond)} per second in ${catalogName(route)}, ${differenceWords(compared)} Google's ${google}${until}${claim}.`;
        yield { file: route.file, ...route.place, message, fix: null };
      }
    }
  },
};

/** Rounding in a catalog is no difference. */
export const isSame = ({ ratio }: GoogleComparison): boolean => Math.abs(ratio - 1) < 0.005;

/** `50% above`, `20% below`. */
export function differenceWords({ ratio }: GoogleComparison): string {
  const percent = Math.round(Math.abs(ratio - 1) * 100);
  return `${percent}% ${ratio > 1 ? 'above' : 'below'}`;
}
