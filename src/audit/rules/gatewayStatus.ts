// gateway-status: the gateway itself does not call the row available, or drops it.
import type { Rule } from '../rule.ts';
import { capital } from '../wording.ts';
import { catalogName, gatewayRoutes } from './gatewayRoutes.ts';

const WELL =
  /^(?:available|active|ok|okay|success|succeeded|healthy|online|up|enabled|operational|normal|ready|live)$/i;

/** Whether a gateway's own word says that a row is available. */
export const isAvailable = (status: string): boolean => WELL.test(status.trim());

export const gatewayStatus: Rule<'contracts'> = {
  scope: 'contracts',
  meta: {
    id: 'gateway-status',
    severity: 'warning',
    summary: "The gateway's catalog does not call the route's row available, or says when it ends.",
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    for (const route of gatewayRoutes(context)) {
      if (route.search.kind !== 'found') continue;
      const { label, status, endsOn } = route.search.row;
      const at = { file: route.file, ...route.place, fix: null };
      if (status !== null && !isAvailable(status)) {
        const message = `${catalogName(route)} gives "${label}" the status "${status}". Run a smoke test before it carries traffic.`;
        yield { ...at, message: capital(message) };
      }
      if (endsOn !== null) {
        const ended = endsOn <= context.asOf;
        const message = `${catalogName(route)} says that "${label}" ${ended ? 'ended' : 'ends'} on ${endsOn}.`;
        yield { ...at, message: capital(message) };
      }
    }
  },
};
