// One request, whatever models it may send, in a line for above it.

import type { Catalog } from '../catalog/catalog.ts';
import { lifecycleOn } from '../catalog/lifecycle.ts';
import type { Day, Status } from '../catalog/types.ts';
import { priceOf } from '../cost/estimate.ts';
import { spanOf } from '../cost/money.ts';
import { costOfRoute } from '../cost/routeCost.ts';
import type { CostAnswer } from '../cost/types.ts';
import type { RequestRoutes } from '../routes/requestsIn.ts';
import type { Route } from '../routes/types.ts';
import { t } from '../words/words.ts';
import { statusWords } from './card.ts';
import { shutdownHint } from './hint.ts';
import { perRequest } from './prices.ts';

/** Characters of a line above a request, so that it ends before the window does. */
const LONGEST_TITLE = 80;

/** `veo-3.1-generate-001 · $3.20 per request · active · Vertex AI`, never longer than a line. */
export function requestTitle(routes: RequestRoutes, catalog: Catalog, asOf: Day): string {
  const models = modelsOf(routes);
  const price = priceWords(routes.map((route) => costOfRoute(route, asOf, catalog)));
  const state = stateOf(routes, catalog, asOf);
  const isOver = worstState(routes, catalog, asOf) === 'shut-down';
  // What was shut down has no price any more, which is not the same as an unknown one.
  const facts = isOver && price === null ? [state] : [price ?? t('price unknown'), state];
  const surface = catalog.surface(routes[0].surface)?.name ?? t('surface unknown');
  const count = models.length === 1 ? t('1 model') : t('{0} models', models.length);
  const named = models.join(` ${t('or')} `);
  const heads = models.length > 1 ? [named, count] : [named || t('model unknown')];
  const candidates = heads
    .flatMap((head) => [
      [head, ...facts, surface],
      [head, ...facts],
    ])
    .map((parts) => parts.join(' · '));
  const fitting = candidates.find(({ length }) => length <= LONGEST_TITLE);
  return fitting ?? `${(candidates.at(-1) ?? '').slice(0, LONGEST_TITLE - 1)}…`;
}

const modelsOf = (routes: RequestRoutes): readonly string[] => [
  ...new Set(routes.flatMap(({ model }) => model ?? [])),
];

function priceWords(answers: readonly CostAnswer[]): string | null {
  const ranges = answers.flatMap((answer) => priceOf(answer)?.usdPerRequest ?? []);
  return ranges.length === 0 ? null : perRequest(spanOf(ranges));
}

/** Worst first. */
export const STATES = [
  'shut-down',
  'deprecated',
  'retirement-window',
  'preview',
  'active',
  'unknown',
] as const satisfies readonly Status[];

/** The worst state among the models that a request may send. */
export function worstState(routes: RequestRoutes, catalog: Catalog, asOf: Day): Status {
  const states = routes.map((route) => stateOfRoute(route, catalog, asOf));
  return STATES.find((state) => states.includes(state)) ?? 'unknown';
}

/** What a route's model is on its surface on a day. */
export function stateOfRoute({ model, surface }: Route, catalog: Catalog, asOf: Day): Status {
  return model === null ? 'unknown' : lifecycleOn(catalog, model, surface, asOf).status;
}

function stateOf(routes: RequestRoutes, catalog: Catalog, asOf: Day): string {
  const worst = worstState(routes, catalog, asOf);
  const same = routes.filter((route) => stateOfRoute(route, catalog, asOf) === worst);
  if (same.length < routes.length) return t('{0} of {1} {2}', same.length, routes.length, statusWords(worst));
  const [{ model, surface }, ...others] = routes;
  const ended =
    model === null || others.length > 0 ? null : shutdownHint(catalog, { id: model, surface, asOf });
  return ended ?? (worst === 'unknown' ? t('state unknown') : statusWords(worst));
}
