// The shortest true thing to say beside a model ID: what it costs a second, or since when it is dead.
import type { Catalog } from '../catalog/catalog.ts';
import { lifecycleOn } from '../catalog/lifecycle.ts';
import type { Day, SurfaceId } from '../catalog/types.ts';
import { estimateCost } from '../cost/estimate.ts';
import { formatUsdPerSecond, formatUsdRange } from '../cost/format.ts';
import { costOfRoute } from '../cost/routeCost.ts';
import type { CostAnswer } from '../cost/types.ts';
import type { Reference } from '../detect/types.ts';
import type { Route } from '../routes/types.ts';

/** What is asked about: an ID as it is sent, the surface it goes to, and the day. */
export interface HintQuestion {
  readonly id: string;
  readonly surface: SurfaceId;
  readonly asOf: Day;
}

/** A request that sets nothing but the model. */
export function defaultRequestCost(catalog: Catalog, { id, surface, asOf }: HintQuestion): CostAnswer {
  const open = { durationSeconds: null, resolution: null, sampleCount: null, generateAudio: null };
  return estimateCost({ model: id, surface, asOf, ...open }, catalog);
}

/** The price a second over every resolution and audio that the ID may be asked for. */
function openCost(catalog: Catalog, { id, surface, asOf }: HintQuestion): CostAnswer {
  const open = {
    durationSeconds: null,
    resolution: 'dynamic',
    sampleCount: null,
    generateAudio: 'dynamic',
  } as const;
  return estimateCost({ model: id, surface, asOf, ...open }, catalog);
}

/** `$0.40/s`, `$0.08–$0.30/s`, `$0.40 a request`, `dead since 2026-10-22`; null where nothing is known. */
export function hintOf(catalog: Catalog, question: HintQuestion): string | null {
  const dead = deadSince(catalog, question);
  if (dead !== null) return dead;
  const answer = openCost(catalog, question);
  if (answer.known) return formatUsdPerSecond(answer.cost.usdPerSecond);
  return answer.flat === undefined ? null : `${formatUsdRange(answer.flat.usdPerRequest)} a request`;
}

/** The hint beside a reference: with the parameters of the request that sends it, where there is just one. */
export function hintBeside(
  catalog: Catalog,
  { id, surface, start }: Reference,
  routes: readonly Route[],
  asOf: Day,
): string | null {
  const question = { id, surface, asOf };
  const [route, ...others] = routes.filter(({ reference }) => reference?.start === start);
  if (route === undefined || others.length > 0 || deadSince(catalog, question) !== null)
    return hintOf(catalog, question);
  const answer = costOfRoute(route, asOf, catalog);
  return answer.known ? formatUsdPerSecond(answer.cost.usdPerSecond) : hintOf(catalog, question);
}

/** Since when an ID answers nowhere that the surface could mean; null while it answers somewhere. */
export function deadSince(catalog: Catalog, { id, surface, asOf }: HintQuestion): string | null {
  const { status, surfaces } = lifecycleOn(catalog, id, surface, asOf);
  if (status !== 'shut-down') return null;
  const days = surfaces.flatMap(({ facts }) => (facts.shutdown.kind === 'none' ? [] : [facts.shutdown.day]));
  return `dead since ${days.toSorted().at(-1) ?? 'an unknown day'}`;
}
