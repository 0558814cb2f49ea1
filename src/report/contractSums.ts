// What each contract of a run says, and costs in a month.
import type { ContractContext } from '../audit/rule.ts';
import { targetsOf } from '../contracts/resolve.ts';
import type { RouteContract } from '../contracts/schema.ts';
import { estimateCost, priceOf } from '../cost/estimate.ts';
import { spanOf, timesRange } from '../cost/money.ts';
import type { DiffContract } from './diff/side.ts';

/** A contract with what a month of it costs. */
export interface ContractSum extends Omit<DiffContract, 'terms'> {
  readonly terms: RouteContract;
}

/** Each contract with the cost of a month: the span over its routes, null where no volume or no price is known. */
export function contractSums(context: ContractContext): readonly ContractSum[] {
  return context.contracts.map((named) => {
    const { environment = null, owner = null, requestsPerMonth = null } = named.contract;
    const costs = targetsOf(named, context).flatMap(
      ({ question }) => priceOf(estimateCost(question, context.catalog))?.usdPerRequest ?? [],
    );
    const usdPerMonth =
      requestsPerMonth === null || costs.length === 0 ? null : timesRange(spanOf(costs), requestsPerMonth);
    return { name: named.name, environment, owner, requestsPerMonth, usdPerMonth, terms: named.contract };
  });
}
