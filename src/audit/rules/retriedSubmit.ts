// retried-submit: a call that costs money, sent again without asking whether the first one was heard.
import { formatUsd } from '../../cost/format.ts';
import { costOfRoute } from '../../cost/routeCost.ts';
import type { Place } from '../../routes/types.ts';
import { headOf, type RouteRule, type RouteRuleContext, routeAt } from './routeRule.ts';

export const retriedSubmit: RouteRule = {
  meta: {
    id: 'retried-submit',
    severity: 'warning',
    summary: 'A submit that costs money is retried blindly: a time-out may already have started a paid job.',
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    for (const submit of context.retriedSubmits ?? []) {
      yield {
        ...headOf(context.document.text, submit),
        message: `This submit is retried whatever went wrong. After a time-out or a broken connection the job may already run, and each retry may pay for another video${price(context, submit)}. Retry only answers that say nothing was started (429, 503), and never a time-out.`,
        fix: null,
      };
    }
  },
};

/** What a retry can cost, where the request and its price are known. */
function price({ routes, catalog, asOf }: RouteRuleContext, submit: Place): string {
  const route = routeAt(routes, submit);
  if (route === undefined) return '';
  const answer = costOfRoute(route, asOf, catalog);
  const known = answer.known ? answer.cost : answer.flat;
  return known === undefined ? '' : `, up to ${formatUsd(known.usdPerRequest.max)} each`;
}
