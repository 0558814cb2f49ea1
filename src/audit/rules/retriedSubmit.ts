// retried-submit: a call that costs money, sent again although the first one may have started a job.
import { priceOf } from '../../cost/estimate.ts';
import { formatUsd } from '../../cost/format.ts';
import { costOfRoute } from '../../cost/routeCost.ts';
import type { Place } from '../../routes/types.ts';
import type { DocumentContext, Rule } from '../rule.ts';
import { headOf, routeAt } from './requestPlaces.ts';

export const retriedSubmit: Rule<'document'> = {
  scope: 'document',
  meta: {
    id: 'retried-submit',
    severity: 'warning',
    summary: 'A submit that costs money is retried blindly: a timeout may already have started a paid job.',
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    for (const submit of context.retriedSubmits ?? []) {
      yield {
        ...headOf(context.document.text, submit),
        message: `This submit is retried after any error, and each retry may start another paid job${price(context, submit)}. Retry only on 429 and 503.`,
        fix: null,
      };
    }
  },
};

/** What a retry can cost, where the request and its price are known. */
function price({ routes, catalog, asOf }: DocumentContext, submit: Place): string {
  const route = routeAt(routes, submit);
  if (route === undefined) return '';
  const known = priceOf(costOfRoute(route, asOf, catalog));
  return known === undefined ? '' : ` (up to ${formatUsd(known.usdPerRequest.max)})`;
}
