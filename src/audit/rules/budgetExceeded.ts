// budget-exceeded: a request or a month costs more than the contract allows.
import { grouped } from '../../catalog/grouped.ts';
import { sourceWords } from '../../catalog/sources.ts';
import type { FoundRoute } from '../../contracts/match.ts';
import { type ContractTarget, type NamedContract, targetsOf } from '../../contracts/resolve.ts';
import { estimateCost, priceOf } from '../../cost/estimate.ts';
import { formatUsd, formatUsdRange } from '../../cost/format.ts';
import { timesRange } from '../../cost/money.ts';
import type { FlatPrice, UsdRange } from '../../cost/types.ts';
import { counted } from '../../outlets/counted.ts';
import type { ContractContext, FileFinding, Rule } from '../rule.ts';
import { listOf } from '../wording.ts';

export const budgetExceeded: Rule<'contracts'> = {
  scope: 'contracts',
  meta: {
    id: 'budget-exceeded',
    severity: 'error',
    summary: "The route costs more than its contract's budget for a request or a month.",
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    for (const contract of context.contracts) {
      const requests = grouped(
        targetsOf(contract, context),
        ({ found }) => found && [found.file, found.route.start, found.route.end].join('\n'),
      );
      for (const request of requests.values()) {
        yield* excessOf(context, contract, request, 'usdPerRequest', 1);
        yield* excessOf(context, contract, request, 'usdPerMonth', contract.contract.requestsPerMonth);
      }
    }
  },
};

interface Excess {
  readonly target: ContractTarget;
  readonly price: FlatPrice;
  readonly cost: UsdRange;
}

/** One finding for a request, about all of its models that cost more than the budget. */
function* excessOf(
  context: ContractContext,
  { name, contract: { budgets } }: NamedContract,
  request: readonly ContractTarget[],
  budget: 'usdPerRequest' | 'usdPerMonth',
  count: number | undefined,
): Generator<FileFinding> {
  const limit = budgets?.[budget];
  if (limit === undefined || count === undefined) return;
  const over = request.flatMap((target): readonly Excess[] => {
    const price = priceOf(estimateCost(target.question, context.catalog));
    if (price === undefined) return [];
    const cost = timesRange(price.usdPerRequest, count);
    return cost.max > limit ? [{ target, price, cost }] : [];
  });
  const [first] = over;
  if (first === undefined) return;
  const { found } = first.target;
  const of = budget === 'usdPerRequest' ? 'A request' : `A month of ${counted(count, 'request')}`;
  const models = listOf([...new Set(over.map(({ target }) => target.model))], 'or');
  const certain = over.every(({ cost }) => cost.min > limit);
  const cost = {
    min: Math.min(...over.map((one) => one.cost.min)),
    max: Math.max(...over.map((one) => one.cost.max)),
  };
  yield {
    file: context.configFile,
    ...context.place(['routes', name, 'budgets', budget]),
    message: `${of} to ${models}${found === null ? '' : ` in ${found.file}`} ${certain ? 'costs' : 'may cost'} ${formatUsdRange(cost)}, over the budget of ${formatUsd(limit)}. Change the request or the budget.`,
    fix: null,
    ...(certain ? {} : { severity: 'warning' as const }),
    ...(found === null ? {} : { related: [madeHere(found, first.price, context)] }),
  };
}

function madeHere(
  { file, route: { start, end } }: FoundRoute,
  { assumptions, source, checkedOn }: FlatPrice,
  { catalog }: ContractContext,
) {
  const assumed = assumptions.length === 0 ? '' : ` Assumed: ${assumptions.join('; ')}.`;
  const words = sourceWords(catalog, source.split(', '));
  return {
    file,
    start,
    end,
    message: `the request is made here.${assumed} Price: ${words}, checked ${checkedOn}.`,
  };
}
