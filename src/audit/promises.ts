// What the team's contracts say of a step from one route to another: approved or not, on what, and on what never.
import type { Config, RouteContract } from '../config/schema.ts';
import type { Trigger } from '../routes/config/types.ts';
import { namesOf, routesOfContract } from '../routes/contractMatch.ts';
import type { Deployment, FallbackEdge, RouteGraph } from '../routes/graph.ts';

/** What one contract says of a step that starts at one of its routes. */
export interface StepPromise {
  /** The contract's name. */
  readonly contract: string;
  /** `unsaid`: the contract has no list of approved fallbacks. Otherwise whether the target is in it. */
  readonly approved: 'yes' | 'no' | 'unsaid';
  /** On what the fallback is approved, as triggers; null for any failure that may fall back. */
  readonly when: readonly Trigger[] | null;
  /** On what the route must fail closed, as triggers. */
  readonly closed: readonly Trigger[];
}

/** What every contract says of a step; nothing where none speaks of the route that it starts at. */
export type Promises = (edge: FallbackEdge) => readonly StepPromise[];

/** Makes ready what the contracts of a configuration say of the steps of a graph. */
export type PromisesIn = (graph: RouteGraph) => Promises;

export function promisesOf({ routes = {} }: Config): PromisesIn {
  const contracts = Object.entries(routes);
  if (contracts.length === 0) return () => () => [];
  return ({ deployments }) => {
    const known = contracts.map(
      ([name, contract]): Known => ({
        name,
        contract,
        callName: contract.match === undefined ? name : (contract.match.name ?? null),
        deployments: new Set(routesOfContract(name, contract, deployments) as readonly Deployment[]),
      }),
    );
    return (edge) => known.filter((each) => startsAt(each, edge)).map((each) => promiseOf(each, edge, known));
  };
}

interface Known {
  readonly name: string;
  readonly contract: RouteContract;
  /** The name by which callers reach what the contract is for, where it is for a name alone. */
  readonly callName: string | null;
  readonly deployments: ReadonlySet<Deployment>;
}

const startsAt = ({ callName, deployments }: Known, { fallback, from }: FallbackEdge): boolean =>
  fallback.from.name === callName || from.some((deployment) => deployments.has(deployment));

function promiseOf({ name, contract }: Known, edge: FallbackEdge, all: readonly Known[]): StepPromise {
  const { approved, failClosed = [] } = contract.fallbacks ?? {};
  const targets = new Set(targetNames(edge, all));
  const fits = (approved ?? []).filter(({ to }) => targets.has(to));
  const always = fits.some(({ when }) => when === undefined);
  return {
    contract: name,
    approved: approved === undefined ? 'unsaid' : fits.length > 0 ? 'yes' : 'no',
    when: always || fits.length === 0 ? null : fits.flatMap(({ when = [] }) => when.map(triggerOf)),
    closed: failClosed.map(triggerOf),
  };
}

/** Every word by which a contract may mean the target of a step: its names, what it sends, the contracts for it. */
function targetNames({ fallback, to, others }: FallbackEdge, all: readonly Known[]): readonly string[] {
  return [
    fallback.to.name,
    ...to.flatMap(({ route }) => [
      ...namesOf(route),
      ...[route.model, route.reference?.text, route.reference?.model].filter((id) => typeof id === 'string'),
    ]),
    ...others.to.flatMap(({ name, model }) =>
      model === null ? [name] : [name, model, model.slice(model.lastIndexOf('/') + 1)],
    ),
    ...all
      .filter(({ deployments }) => to.some((deployment) => deployments.has(deployment)))
      .map(({ name }) => name),
  ];
}

/** Words of contracts for what gateways write as a status. */
const STATUS_OF_WORD: Readonly<Record<string, string>> = {
  'unsupported-parameter': '400',
  quota: '429',
  'deprecated-model': '404',
};

/** A condition of a contract as gateways write it. */
export function triggerOf(condition: string | number): Trigger {
  const word = String(condition);
  return STATUS_OF_WORD[word] ?? word;
}
