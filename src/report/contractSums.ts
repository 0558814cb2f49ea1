// What each contract of a run says, and costs in a month.
import { type ContractInputs, contractContext } from '../audit/contractAudit.ts';
import { targetsOf } from '../contracts/resolve.ts';
import type { RouteContract } from '../contracts/schema.ts';
import { estimateCost } from '../cost/estimate.ts';
import { spanOf, timesRange } from '../cost/money.ts';
import type { DiffContract } from './diff/side.ts';
import type { RunAudit } from './types.ts';

/** A contract with what a month of it costs. */
export interface ContractSum extends Omit<DiffContract, 'terms'> {
  readonly terms: RouteContract;
}

/** Each contract with the cost of a month: the span over its routes, null where no volume or no price is known. */
export function contractSums(run: RunAudit, inputs: ContractInputs | undefined): readonly ContractSum[] {
  if (inputs === undefined) return [];
  const context = contractContext(run.audits, run, inputs);
  return context.contracts.map((named) => {
    const { environment = null, owner = null, requestsPerMonth = null } = named.contract;
    const costs = targetsOf(named, context).flatMap(({ question }) => {
      const answer = estimateCost(question, run.catalog);
      return answer.known ? answer.cost.usdPerRequest : (answer.flat?.usdPerRequest ?? []);
    });
    const usdPerMonth =
      requestsPerMonth === null || costs.length === 0 ? null : timesRange(spanOf(costs), requestsPerMonth);
    return { name: named.name, environment, owner, requestsPerMonth, usdPerMonth, terms: named.contract };
  });
}
