// Chains of fallbacks between groups: what fails in one group is tried in the next one.
import type { Fallback, NamedPlace } from './types.ts';

/** How many steps two groups may have between them before only enough are kept to name every member once. */
const LINK_LIMIT = 10_000;

/** A target with its turn: the lowest rank is tried first. */
export interface RankedStep {
  readonly name: NamedPlace;
  readonly rank: number;
  readonly on: Fallback['on'];
  /** False where nothing may fall back to it. */
  readonly candidate?: boolean;
}

/** The steps from every target to those of the next rank. */
export function rankedChain(order: readonly RankedStep[]): readonly Fallback[] {
  const groups = new Map<number, RankedStep[]>();
  for (const step of order) {
    const group = groups.get(step.rank);
    if (group) group.push(step);
    else groups.set(step.rank, [step]);
  }
  const ranks = [...groups.keys()].toSorted((a, b) => b - a);
  const found: (readonly Fallback[])[] = [];
  let next: readonly NamedPlace[] = [];
  for (const rank of ranks) {
    const group = groups.get(rank) ?? [];
    found.push(links(group, next));
    const candidates = group.filter(({ candidate }) => candidate !== false).map(({ name }) => name);
    if (candidates.length > 0) next = candidates;
  }
  return found.toReversed().flat();
}

/**
 * The steps from each of some targets to each of the next ones. Two groups of thousands would be millions of steps
 * that say the same: then every member is linked once.
 */
export function links(
  from: readonly Pick<RankedStep, 'name' | 'on'>[],
  to: readonly NamedPlace[],
): readonly Fallback[] {
  const [first] = from;
  const [target] = to;
  if (first === undefined || target === undefined) return [];
  const step = (each: Pick<RankedStep, 'name' | 'on'>, next: NamedPlace): Fallback => ({
    from: each.name,
    to: next,
    on: each.on,
    local: true,
  });
  if (from.length * to.length <= LINK_LIMIT)
    return from.flatMap((each) => to.map((next) => step(each, next)));
  return [...from.map((each) => step(each, target)), ...to.slice(1).map((next) => step(first, next))];
}
