// What the team's contracts say of a step from one route to another: approved or not, on what, and on what never.

import { namesOf, routesOfContract, wordsOfOther } from '../contracts/match.ts';
import type { Config, RouteContract } from '../contracts/schema.ts';
import type { Trigger } from '../routes/config/types.ts';
import type { Deployment, FallbackEdge, RouteGraph } from '../routes/graph.ts';
import { rememberedByList } from './byList.ts';

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
    // Many steps lead from and to the same deployments, and many deployments may have one name.
    const speaking = rememberedByList((from: Deployments) =>
      known.filter((each) => from.some((one) => each.deployments.has(one))),
    );
    const targets = rememberedByList((to: Deployments) => new Set(namesOfTargets(to, known)));
    return (edge) => {
      const { from } = edge.fallback;
      const about = speaking(edge.from);
      const asked = known.filter((each) => about.includes(each) || each.callName === from.name);
      const isTarget = (name: string): boolean => targets(edge.to).has(name) || ownNames(edge).includes(name);
      return asked.map((each) => promiseOf(each, isTarget));
    };
  };
}

interface Known {
  readonly name: string;
  readonly contract: RouteContract;
  /** The name by which callers reach what the contract is for, where it is for a name alone. */
  readonly callName: string | null;
  readonly deployments: ReadonlySet<Deployment>;
}

type Deployments = readonly Deployment[];

function promiseOf({ name, contract }: Known, isTarget: (name: string) => boolean): StepPromise {
  const { approved, failClosed = [] } = contract.fallbacks ?? {};
  const fits = (approved ?? []).filter(({ to }) => isTarget(to));
  const always = fits.some(({ when }) => when === undefined);
  return {
    contract: name,
    approved: approved === undefined ? 'unsaid' : fits.length > 0 ? 'yes' : 'no',
    when: always || fits.length === 0 ? null : fits.flatMap(({ when = [] }) => when.map(triggerOf)),
    closed: failClosed.map(triggerOf),
  };
}

/** The words by which a contract may mean a target: its name in the step, and what it is where it is no route to Veo. */
const ownNames = ({ fallback, others }: FallbackEdge): readonly string[] => [
  fallback.to.name,
  ...others.to.flatMap(wordsOfOther),
];

/** Further words: the target's other names, what it sends, the contracts that are for it. */
function namesOfTargets(to: Deployments, all: readonly Known[]): readonly string[] {
  return [
    ...to.flatMap(({ route }) => [
      ...namesOf(route),
      ...[route.model, route.reference?.text, route.reference?.model].filter((id) => typeof id === 'string'),
    ]),
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
