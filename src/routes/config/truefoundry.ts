// TrueFoundry: load-balancing and fallback rules, and virtual models with the same targets.

import { type RankedStep, rankedChain } from './chain.ts';
import { joinReadings } from './combine.ts';
import { makeRoute, modelOf, named, surfaceOfProvider } from './route.ts';
import { numberAt, parametersAt, placeOf, retryBlock, triggersAt } from './stated.ts';
import {
  at,
  eachMapping,
  entriesOf,
  get,
  itemsOf,
  type Mapping,
  type Node,
  scalar,
  scalarsOf,
  textOf,
} from './tree.ts';
import type {
  ConfigFormat,
  ConfigRoute,
  ConfigSource,
  Fallback,
  FormatReading,
  NamedPlace,
  OtherRoute,
} from './types.ts';

export const truefoundry: ConfigFormat = {
  id: 'truefoundry',
  hint: /\b(?:load_balance_targets|gateway-load-balancing-config|gateway-fallback-config|fallback_models)\b/,
  recognises: (source) => rulesOf(source).length > 0,
  read(source) {
    const readings = rulesOf(source).map((rule, index) => readRule(rule, index, source));
    return { ...joinReadings(readings), open: true };
  },
};

/** Whether a rule asks for nothing but the model; others may let the next rule have its turn. */
const onlyModels = (when: Node | undefined): boolean =>
  entriesOf(when).every(
    ({ key, value }) =>
      key === 'models' || (key === 'subjects' && scalarsOf(value).every(({ text }) => text === '*')),
  );

/** A rule and the names by which callers reach it. */
interface Rule {
  readonly node: Mapping;
  readonly names: readonly NamedPlace[];
  readonly strategy: string | undefined;
  /** The first matching rule of a list counts. */
  readonly ordered: boolean;
}

function rulesOf({ roots }: ConfigSource): readonly Rule[] {
  const found: Rule[] = [];
  for (const root of roots) {
    eachMapping(root, (map) => {
      if (
        get(map, 'load_balance_targets', 'fallback_models') !== undefined &&
        get(map, 'when') !== undefined
      ) {
        const names = scalarsOf(at(map, 'when', 'models')).flatMap((each) => named(each) ?? []);
        found.push({ node: map, names, strategy: textOf(get(map, 'type')), ordered: true });
      }
      const virtual = get(map, 'routing_config');
      if (virtual?.kind === 'map' && get(virtual, 'load_balance_targets') !== undefined) {
        const name = named(get(map, 'name'));
        const strategy = textOf(get(virtual, 'type'));
        found.push({ node: virtual, names: name === null ? [] : [name], strategy, ordered: false });
      }
    });
  }
  return found;
}

function readRule(
  { node, names, strategy, ordered }: Rule,
  index: number,
  source: ConfigSource,
): FormatReading {
  const items = itemsOf(get(node, 'load_balance_targets', 'fallback_models'));
  const isFallback = get(node, 'fallback_models') !== undefined;
  const [name = null, ...further] = names;
  const routes: ConfigRoute[] = [];
  const others: OtherRoute[] = [];
  const order: RankedStep[] = [];
  for (const [position, item] of items.entries()) {
    const target = scalar(get(item, 'target'));
    if (target === undefined) continue;
    const local: NamedPlace = {
      name: isFallback ? target.text : `rules[${index}].targets[${position}]`,
      ...placeOf(target),
    };
    const rank = numberAt(get(item, 'priority'))?.value ?? position;
    order.push({
      name: local,
      rank,
      on: triggersAt(get(item, 'fallback_status_codes')),
      candidate: textOf(get(item, 'fallback_candidate')) !== 'false',
    });
    const reference = modelOf(source, target);
    if (reference === null) {
      others.push({ ...local, model: textOf(target) ?? null });
      continue;
    }
    routes.push(
      makeRoute({
        reference,
        entry: placeOf(item),
        name: isFallback ? target.text : (name?.name ?? null),
        namePlace: isFallback ? local : name,
        aliases: isFallback ? [] : [local, ...further],
        read: parametersAt(get(item, 'override_params')),
        claim: surfaceOfProvider(/^([^/]+)\//.exec(target.text)?.[1]),
        retries: retryBlock(get(item, 'retry_config')),
        door: `${index}`,
        sameName: ordered && onlyModels(get(node, 'when')) ? 'first' : 'separate',
      }),
    );
  }
  if (isFallback) return { routes, others, fallbacks: fallbackRule(node, names, order) };
  return { routes, others, fallbacks: strategy === 'priority-based-routing' ? rankedChain(order) : [] };
}

function fallbackRule(
  node: Node,
  names: readonly NamedPlace[],
  order: readonly RankedStep[],
): readonly Fallback[] {
  const on = triggersAt(at(node, 'when', 'response_status_codes'));
  const [first] = order;
  const steps = order
    .slice(1)
    .map(({ name: to }, index) => ({ from: order[index]?.name ?? to, to, on, local: false }));
  const starts = first === undefined ? [] : names.map((from) => ({ from, to: first.name, on, local: false }));
  return [...starts, ...steps];
}
