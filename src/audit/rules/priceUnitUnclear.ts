// price-unit-unclear: what a gateway's catalog says is no price per second.
import type { Rule } from '../rule.ts';
import { catalogName, gatewayRoutes } from './gatewayRoutes.ts';

export const priceUnitUnclear: Rule<'contracts'> = {
  scope: 'contracts',
  meta: {
    id: 'price-unit-unclear',
    severity: 'warning',
    summary: "A gateway's price for the route is not per second, or is a value that stands for no price.",
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    for (const route of gatewayRoutes(context)) {
      if (route.search.kind !== 'found') continue;
      const unclear = route.prices.filter((price) => price.kind === 'unclear');
      // One price per second is enough to know what a request costs.
      if (unclear.length === 0 || unclear.length < route.prices.length) continue;
      const reasons = [...new Set(unclear.map(({ reason }) => reason))].join('; ');
      yield {
        file: route.file,
        ...route.place,
        message: `The price per second of "${route.search.row.label}" is unclear in ${catalogName(route)}: ${reasons}.`,
        fix: null,
      };
    }
  },
};
