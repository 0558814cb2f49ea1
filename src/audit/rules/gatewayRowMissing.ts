// gateway-row-missing: the gateway's catalog does not know what the route sends.
import type { Rule } from '../rule.ts';
import { capital, listOf } from '../wording.ts';
import { catalogName, gatewayRoutes } from './gatewayRoutes.ts';

export const gatewayRowMissing: Rule<'contracts'> = {
  scope: 'contracts',
  meta: {
    id: 'gateway-row-missing',
    severity: 'warning',
    summary: "The gateway's catalog has no row for what the route sends.",
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    for (const route of gatewayRoutes(context)) {
      const { search, names } = route;
      if (search.kind === 'found') continue;
      const sought = names.slice(0, 3).map((name) => `"${name}"`);
      const message =
        search.kind === 'other'
          ? `${catalogName(route)} has a row "${search.label}", but nothing in it says that a Veo model answers. Run a smoke test.`
          : `${catalogName(route)} has no row ${listOf(sought, 'or')}${search.near.length === 0 ? '.' : `. The nearest: ${search.near.join(', ')}.`}`;
      yield {
        file: route.file,
        ...route.place,
        message: capital(message),
        fix: null,
        ...(search.kind === 'other' ? { severity: 'info' as const } : {}),
      };
    }
  },
};
