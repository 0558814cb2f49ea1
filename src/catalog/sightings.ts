// What was seen of a model on a surface, as opposed to what is published: who asked whom, and when.
import { compareTexts } from '../order.ts';
import type { Day, ModelOnSurface, Sighting } from './types.ts';

/** The start of the key under which a probe of the workspace's own is cited; the day follows. */
export const PROBE_SOURCE = 'PROBE-';

/** The newest answer that the workspace had got by a day from the surface itself; undefined where it got none. */
export function lastProbe({ seen = [] }: Pick<ModelOnSurface, 'seen'>, asOf: Day): Sighting | undefined {
  return seen
    .filter(({ source, day }) => source.startsWith(PROBE_SOURCE) && day <= asOf)
    .toSorted(byDay)
    .at(-1);
}

/** That answer where it came on the published day or later; undefined where it did not. */
export function probeAfterShutdown(facts: ModelOnSurface, asOf: Day): Sighting | undefined {
  const probe = lastProbe(facts, asOf);
  return facts.shutdown.kind === 'none' || probe === undefined || probe.day < facts.shutdown.day
    ? undefined
    : probe;
}

export const byDay = (a: Pick<Sighting, 'day'>, b: Pick<Sighting, 'day'>): number =>
  compareTexts(a.day, b.day);
