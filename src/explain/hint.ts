// The shortest true thing to say beside a model ID: its price per second, or the day of its shutdown.

import type { Catalog } from '../catalog/catalog.ts';
import { lifecycleOn } from '../catalog/lifecycle.ts';
import type { Day, SurfaceId } from '../catalog/types.ts';
import { estimateCost } from '../cost/estimate.ts';
import { anyRequest } from '../cost/priceChange.ts';
import { costOfRoute } from '../cost/routeCost.ts';
import type { CostAnswer } from '../cost/types.ts';
import type { Reference } from '../detect/types.ts';
import type { Route } from '../routes/types.ts';
import { t } from '../words/words.ts';
import { perRequest, perSecond } from './prices.ts';

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

/** `$0.08–$0.30 per second`, `$0.40 per request`, `shut down 2026-10-22`; null where nothing is known. */
export function hintOf(catalog: Catalog, question: HintQuestion): string | null {
  const ended = shutdownHint(catalog, question);
  if (ended !== null) return ended;
  const { id, surface, asOf } = question;
  const answer = estimateCost({ ...anyRequest(id, surface), asOf }, catalog);
  if (answer.known) return perSecond(answer.cost.usdPerSecond);
  return answer.flat === undefined ? null : perRequest(answer.flat.usdPerRequest);
}

/** The hint beside a reference: with the parameters of the request that sends it, where there is just one. */
export function hintBeside(
  catalog: Catalog,
  { id, surface, start }: Reference,
  routes: readonly Route[],
  asOf: Day,
): string | null {
  const question = { id, surface, asOf };
  const route = onlyRouteOf({ start }, routes);
  if (route === null || shutdownHint(catalog, question) !== null) return hintOf(catalog, question);
  const answer = costOfRoute(route, asOf, catalog);
  return answer.known ? perSecond(answer.cost.usdPerSecond) : hintOf(catalog, question);
}

/** Whether the line above a request says of a reference in it when it was shut down: then nothing else has to. */
export function isSaidAbove(
  catalog: Catalog,
  { id, surface, start, end }: Reference,
  routes: readonly Route[],
  asOf: Day,
): boolean {
  const route = onlyRouteOf({ start }, routes);
  if (route === null || start < route.start || end > route.end) return false;
  // Of several models in one request the line counts states, and names no day.
  const isAlone =
    routes.filter((other) => other.start === route.start && other.end === route.end).length === 1;
  return isAlone && shutdownHint(catalog, { id, surface, asOf }) !== null;
}

/** The request that sends a reference; null where none does, or several. */
function onlyRouteOf({ start }: Pick<Reference, 'start'>, routes: readonly Route[]): Route | null {
  const [route, ...others] = routes.filter(({ reference }) => reference?.start === start);
  return route === undefined || others.length > 0 ? null : route;
}

/** What the request that sends a reference costs; without exactly one, a request that sets nothing but the model. */
export function requestCost(
  catalog: Catalog,
  { id, surface, start }: Reference,
  routes: readonly Route[],
  asOf: Day,
): { readonly answer: CostAnswer; readonly isSent: boolean } {
  const route = onlyRouteOf({ start }, routes);
  return route === null
    ? { answer: defaultRequestCost(catalog, { id, surface, asOf }), isSent: false }
    : { answer: costOfRoute(route, asOf, catalog), isSent: true };
}

/** The last day on which an ID was shut down on a surface; null while it answers on any. */
export function shutdownHint(catalog: Catalog, { id, surface, asOf }: HintQuestion): string | null {
  const { status, surfaces } = lifecycleOn(catalog, id, surface, asOf);
  if (status !== 'shut-down') return null;
  const days = surfaces.flatMap(({ facts }) => (facts.shutdown.kind === 'none' ? [] : [facts.shutdown.day]));
  const last = days.toSorted().at(-1);
  return last === undefined ? t('shut down on an unknown day') : t('shut down {0}', last);
}
