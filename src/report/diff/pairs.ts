// Which route of one report is which of another: equal ones first, then those of one name, then by their order in a file.
import type { DiffRoute } from './side.ts';

export interface RoutePair {
  readonly before: DiffRoute;
  readonly after: DiffRoute;
}

export interface PairedRoutes {
  readonly added: readonly DiffRoute[];
  readonly removed: readonly DiffRoute[];
  /** Routes that are on both sides and not the same. */
  readonly changed: readonly RoutePair[];
}

type KeyOf = (route: DiffRoute) => string | null;

/** Each step pairs what the steps before it have left. A null key is never paired. */
const STEPS: readonly KeyOf[] = [
  (route) => JSON.stringify([route.file, contentOf(route)]),
  // The same request in another file has only moved.
  (route) => JSON.stringify(contentOf(route)),
  ({ file, name }) => (name === null ? null : JSON.stringify([file, name])),
  ({ file, model, surface }) => JSON.stringify([file, model, surface]),
  ({ file }) => file,
];

/** Steps that pair routes which differ in nothing but where they stand. */
const EQUAL_STEPS = 2;

/** Pairs the routes of two reports. */
export function pairRoutes(before: readonly DiffRoute[], after: readonly DiffRoute[]): PairedRoutes {
  let removed = before;
  let added = after;
  const changed: RoutePair[] = [];
  for (const [step, keyOf] of STEPS.entries()) {
    const paired = pairBy(keyOf, removed, added);
    removed = removed.filter((route) => !paired.has(route));
    const taken = new Set(paired.values());
    added = added.filter((route) => !taken.has(route));
    if (step >= EQUAL_STEPS) for (const [old, now] of paired) changed.push({ before: old, after: now });
  }
  return { added, removed, changed };
}

/** Everything but where the route stands. */
function contentOf({ file: _, line: __, ...content }: DiffRoute): object {
  return content;
}

/** Pairs routes of one key in their order. */
function pairBy(
  keyOf: KeyOf,
  before: readonly DiffRoute[],
  after: readonly DiffRoute[],
): ReadonlyMap<DiffRoute, DiffRoute> {
  const waiting = new Map<string, DiffRoute[]>();
  for (const route of after) {
    const key = keyOf(route);
    if (key !== null) waiting.set(key, [...(waiting.get(key) ?? []), route]);
  }
  const pairs = new Map<DiffRoute, DiffRoute>();
  for (const route of before) {
    const key = keyOf(route);
    const partner = key === null ? undefined : waiting.get(key)?.shift();
    if (partner !== undefined) pairs.set(route, partner);
  }
  return pairs;
}
