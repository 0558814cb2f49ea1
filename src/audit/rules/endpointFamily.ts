// endpoint-family: the gateway offers the row where no videos are made.
import type { GatewayRow } from '../../gateway/types.ts';
import type { Rule } from '../rule.ts';
import { catalogName, gatewayRoutes } from './gatewayRoutes.ts';

/** Whether a row's endpoints make videos: `native` is Google's own protocol, of which only a test tells. */
export function videoEndpoint({ endpoints }: GatewayRow): 'yes' | 'native' | 'no' | 'not said' {
  if (endpoints === null || endpoints.length === 0) return 'not said';
  if (endpoints.some((endpoint) => /video/i.test(endpoint))) return 'yes';
  return endpoints.some((endpoint) => /gemini|vertex|google/i.test(endpoint)) ? 'native' : 'no';
}

export const endpointFamily: Rule<'contracts'> = {
  scope: 'contracts',
  meta: {
    id: 'endpoint-family',
    severity: 'warning',
    summary: "The gateway's catalog offers the route's row at no endpoint that makes videos.",
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    for (const route of gatewayRoutes(context)) {
      if (route.search.kind !== 'found') continue;
      const { row } = route.search;
      const offers = videoEndpoint(row);
      if (offers === 'yes' || offers === 'not said') continue;
      const places = row.endpoints?.join(', ');
      const message =
        offers === 'no'
          ? `"${row.label}" is offered only at ${places} in ${catalogName(route)}. None of them makes videos.`
          : `"${row.label}" is offered at ${places} in ${catalogName(route)}, at no known video endpoint. Run a smoke test.`;
      yield {
        file: route.file,
        ...route.place,
        message,
        fix: null,
        ...(offers === 'native' ? { severity: 'info' as const } : {}),
      };
    }
  },
};
