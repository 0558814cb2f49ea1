// One request, whatever models it may send: a line for above it, and the page with its sum.

import type { Catalog } from '../catalog/catalog.ts';
import { lifecycleOn } from '../catalog/lifecycle.ts';
import { sourceWords } from '../catalog/sources.ts';
import type { Day, Status } from '../catalog/types.ts';
import { formatUsdPerSecond, formatUsdRange } from '../cost/format.ts';
import { costOfRoute } from '../cost/routeCost.ts';
import type { CostAnswer } from '../cost/types.ts';
import { counted } from '../outlets/counted.ts';
import { markdownCode, markdownText } from '../outlets/markdown.ts';
import type { RequestRoutes } from '../routes/requestsIn.ts';
import type { Parameter, Route } from '../routes/types.ts';
import { statusWords } from './card.ts';
import { shutdownHint } from './hint.ts';

/** Characters of a line above a request, so that it ends before the window does. */
const LONGEST_TITLE = 80;

/** `veo-3.1-generate-001 · $3.20 per request · active · Vertex AI`, never longer than a line. */
export function requestTitle(routes: RequestRoutes, catalog: Catalog, asOf: Day): string {
  const models = modelsOf(routes);
  const price = priceOf(routes.map((route) => costOfRoute(route, asOf, catalog)));
  const facts = [price, stateOf(routes, catalog, asOf)];
  const surface = catalog.surface(routes[0].surface)?.name ?? 'surface unknown';
  const count = counted(models.length, 'model');
  const named = models.join(' or ');
  const heads = models.length > 1 ? [named, count] : [named || 'model unknown'];
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

function priceOf(answers: readonly CostAnswer[]): string {
  const ranges = answers.flatMap((answer) => {
    const price = answer.known ? answer.cost : answer.flat;
    return price === undefined ? [] : [price.usdPerRequest];
  });
  if (ranges.length === 0) return 'price unknown';
  const all = {
    min: Math.min(...ranges.map(({ min }) => min)),
    max: Math.max(...ranges.map(({ max }) => max)),
  };
  return `${formatUsdRange(all)} per request`;
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
  if (same.length < routes.length) return `${same.length} of ${routes.length} ${statusWords(worst)}`;
  const [{ model, surface }, ...others] = routes;
  const ended =
    model === null || others.length > 0 ? null : shutdownHint(catalog, { id: model, surface, asOf });
  return ended ?? (worst === 'unknown' ? 'state unknown' : statusWords(worst));
}

/** The page of a request: the sum for each model that it may send, with what was assumed and who says so. */
export function requestPage(routes: RequestRoutes, where: string, catalog: Catalog, asOf: Day): string {
  const head = [`# What this request costs`, `${markdownCode(where)}, as of ${asOf}.`];
  return `${[...head, ...routes.map((route) => sumOf(route, catalog, asOf))].join('\n\n')}\n`;
}

function sumOf(route: Route, catalog: Catalog, asOf: Day): string {
  const answer = costOfRoute(route, asOf, catalog);
  const surface = catalog.surface(route.surface)?.name ?? 'surface unknown';
  const title = `## ${route.model === null ? 'Model unknown' : markdownCode(route.model)} · ${markdownText(surface)}`;
  const state = `State: ${statusWords(stateOfRoute(route, catalog, asOf))}.`;
  const price = answer.known ? answer.cost : answer.flat;
  if (price === undefined)
    return [title, state, answer.known ? '' : `No price: ${markdownText(answer.reason)}.`].join('\n\n');
  const rows: readonly (readonly [string, string])[] = [
    ['Duration', worded(route.durationSeconds, (seconds) => `${seconds} s`)],
    ['Resolution', worded(route.resolution, String)],
    ['Videos', worded(route.sampleCount, String)],
    ['Audio', worded(route.generateAudio, (audio) => (audio ? 'yes' : 'no'))],
    ['Price', answer.known ? formatUsdPerSecond(answer.cost.usdPerSecond) : 'one price per request'],
    ['**Sum**', `**${formatUsdRange(price.usdPerRequest)} per request**`],
  ];
  const table = ['| | |', '|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
  const assumed = price.assumptions.map((assumption) => `- ${markdownText(assumption)}`).join('\n');
  const source = sourceWords(catalog, price.source.split(', '));
  return [
    title,
    state,
    table,
    ...(assumed === '' ? [] : [`Assumed:\n\n${assumed}`]),
    `Source: ${markdownText(source)}, checked ${price.checkedOn}.`,
  ].join('\n\n');
}

function worded<T>(parameter: Parameter<T>, words: (value: T) => string): string {
  if (parameter === null) return 'not set';
  return parameter === 'dynamic' ? 'decided when it runs' : words(parameter as T);
}
