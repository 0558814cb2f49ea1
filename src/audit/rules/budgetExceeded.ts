// budget-exceeded: a request or a month costs more than the contract allows.
import { sourceWords } from '../../catalog/sources.ts';
import { estimateCost } from '../../cost/estimate.ts';
import { formatUsd, formatUsdRange } from '../../cost/format.ts';
import { monthCost } from '../../cost/month.ts';
import type { FlatPrice, UsdRange } from '../../cost/types.ts';
import { type ContractContext, type ContractRule, type ContractTarget, targetsOf } from '../contracts.ts';
import type { GraphFinding } from '../graphRules.ts';

export const budgetExceeded: ContractRule = {
  meta: {
    id: 'budget-exceeded',
    severity: 'error',
    summary: "The route costs more than its contract's budget for a request or a month.",
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    for (const contract of context.contracts) {
      const { budgets, requestsPerMonth } = contract.contract;
      if (budgets === undefined) continue;
      for (const target of targetsOf(contract, context)) {
        const answer = estimateCost(target.question, context.catalog);
        const price = answer.known ? answer.cost : answer.flat;
        if (price === undefined) continue;
        const over = (budget: 'usdPerRequest' | 'usdPerMonth', cost: UsdRange, of: string) =>
          findingOf({
            context,
            target,
            price,
            cost,
            limit: budgets[budget],
            path: ['routes', contract.name, 'budgets', budget],
            of,
          });
        yield* over('usdPerRequest', price.usdPerRequest, 'A request');
        if (requestsPerMonth === undefined) continue;
        const { usdPerMonth } = monthCost(
          target.question,
          price.usdPerRequest,
          requestsPerMonth,
          context.catalog,
        );
        yield* over('usdPerMonth', usdPerMonth, `A month of ${requestsPerMonth} requests`);
      }
    }
  },
};

interface Excess {
  readonly context: ContractContext;
  readonly target: ContractTarget;
  readonly price: FlatPrice;
  readonly cost: UsdRange;
  readonly limit: number | undefined;
  readonly path: readonly string[];
  readonly of: string;
}

function* findingOf({ context, target, price, cost, limit, path, of }: Excess): Generator<GraphFinding> {
  if (limit === undefined || cost.max <= limit) return;
  const certain = cost.min > limit;
  const where = target.found === null ? '' : ` in ${target.found.file}`;
  const assumed = price.assumptions.length === 0 ? '' : ` Assumed: ${price.assumptions.join('; ')}.`;
  yield {
    file: context.configFile,
    ...context.place(path),
    message: `${of} to ${target.model}${where} ${certain ? 'costs' : 'may cost'} ${formatUsdRange(cost)}, over the budget of ${formatUsd(limit)}. Change the request or the budget.`,
    fix: null,
    ...(certain ? {} : { severity: 'warning' as const }),
    ...(target.found === null
      ? {}
      : {
          related: [
            {
              file: target.found.file,
              start: target.found.route.start,
              end: target.found.route.end,
              message: `the request is made here.${assumed} Price: ${sourceWords(context.catalog, price.source.split(', '))}, checked ${price.checkedOn}.`,
            },
          ],
        }),
  };
}
