// One line on a request: what it costs with the parameters it has.

import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import { costOfRoute } from '../cost/routeCost.ts';
import type { CostAnswer } from '../cost/types.ts';
import type { Parameter, Route } from '../routes/types.ts';
import { t } from '../words/words.ts';
import { shutdownHint } from './hint.ts';
import { perRequest, perSecond } from './prices.ts';

/** `$3.20 per request · $0.40 per second · 8 s · 720p · Vertex AI` or `shut down 2026-06-30 · Vertex AI`. */
export function routeSummary(
  route: Route,
  catalog: Catalog,
  asOf: Day,
): { readonly title: string; readonly isOver: boolean } {
  const answer = costOfRoute(route, asOf, catalog);
  const ended =
    route.model === null ? null : shutdownHint(catalog, { id: route.model, surface: route.surface, asOf });
  const facts = [
    worded(route.durationSeconds, (seconds) => `${seconds} s`),
    worded(route.resolution, String),
    worded(route.sampleCount, (count) => (count === 1 ? '' : t('{0} videos', count))),
    catalog.surface(route.surface)?.name ?? t('surface unknown'),
  ].filter((part) => part !== '');
  return {
    title: [...(ended === null ? priceParts(answer) : [ended]), ...facts].join(' · '),
    isOver: ended !== null,
  };
}

function priceParts(answer: CostAnswer): readonly string[] {
  if (answer.known) {
    return [perRequest(answer.cost.usdPerRequest), perSecond(answer.cost.usdPerSecond)];
  }
  return answer.flat === undefined ? [t('no price')] : [perRequest(answer.flat.usdPerRequest)];
}

function worded<T>(parameter: Parameter<T>, words: (value: T) => string): string {
  if (parameter === null) return '';
  return parameter === 'dynamic' ? '' : words(parameter as T);
}
