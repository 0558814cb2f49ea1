// One line on a request: what it costs with the parameters it has.
import type { Catalog } from '../catalog/catalog.ts';
import { sourceWords } from '../catalog/sources.ts';
import type { Day } from '../catalog/types.ts';
import { formatUsdPerSecond, formatUsdRange } from '../cost/format.ts';
import { costOfRoute } from '../cost/routeCost.ts';
import type { CostAnswer } from '../cost/types.ts';
import type { Parameter, Route } from '../routes/types.ts';
import { shutdownHint } from './hint.ts';

/** `$3.20 per request · $0.40 per second · 8 s · 720p · Vertex AI` or `shut down 2026-06-30 · Vertex AI`; the tooltip has what was assumed. */
export function routeSummary(
  route: Route,
  catalog: Catalog,
  asOf: Day,
): { readonly title: string; readonly tooltip: string } {
  const answer = costOfRoute(route, asOf, catalog);
  const ended =
    route.model === null ? null : shutdownHint(catalog, { id: route.model, surface: route.surface, asOf });
  const facts = [
    worded(route.durationSeconds, (seconds) => `${seconds} s`),
    worded(route.resolution, String),
    worded(route.sampleCount, (count) => (count === 1 ? '' : `${count} videos`)),
    catalog.surface(route.surface)?.name ?? 'surface unknown',
  ].filter((part) => part !== '');
  return {
    title: [...(ended === null ? priceParts(answer) : [ended]), ...facts].join(' · '),
    tooltip: tooltipOf(answer, catalog),
  };
}

function priceParts(answer: CostAnswer): readonly string[] {
  if (answer.known) {
    return [
      `${formatUsdRange(answer.cost.usdPerRequest)} per request`,
      formatUsdPerSecond(answer.cost.usdPerSecond),
    ];
  }
  return answer.flat === undefined
    ? ['no price']
    : [`${formatUsdRange(answer.flat.usdPerRequest)} per request`];
}

function tooltipOf(answer: CostAnswer, catalog: Catalog): string {
  const price = answer.known ? answer.cost : answer.flat;
  if (price === undefined) return answer.known ? '' : `${answer.reason}.`;
  return [
    ...price.assumptions,
    `source: ${sourceWords(catalog, price.source.split(', '))}, checked ${price.checkedOn}`,
  ].join('\n');
}

function worded<T>(parameter: Parameter<T>, words: (value: T) => string): string {
  if (parameter === null) return '';
  return parameter === 'dynamic' ? '' : words(parameter as T);
}
