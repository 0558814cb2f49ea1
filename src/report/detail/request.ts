// What one request costs, whatever models it may send, as a page of the report.

import type { Catalog } from '../../catalog/catalog.ts';
import { sourceWords } from '../../catalog/sources.ts';
import type { Day } from '../../catalog/types.ts';
import { priceOf } from '../../cost/estimate.ts';
import { costOfRoute } from '../../cost/routeCost.ts';
import { statusWords } from '../../explain/card.ts';
import { perRequest, perSecond } from '../../explain/prices.ts';
import { stateOfRoute } from '../../explain/request.ts';
import type { RequestRoutes } from '../../routes/requestsIn.ts';
import type { Parameter, Route } from '../../routes/types.ts';
import { t } from '../../words/words.ts';
import { detailTable, line, plain, strong } from './blocks.ts';
import type { DetailBlock, DetailText, PageDetail } from './types.ts';

/** The page of a request: the sum for each model that it may send, with what was assumed and who says so. */
export function requestDetail(
  key: string,
  where: DetailText,
  routes: RequestRoutes,
  { catalog, asOf }: { readonly catalog: Catalog; readonly asOf: Day },
): PageDetail {
  return {
    key,
    title: t('What this request costs'),
    blocks: [
      line(where, { text: ` · ${t('as of {0}', asOf)}`, look: 'soft' }),
      ...routes.flatMap((route) => sumOf(route, catalog, asOf)),
    ],
  };
}

function sumOf(route: Route, catalog: Catalog, asOf: Day): readonly DetailBlock[] {
  const answer = costOfRoute(route, asOf, catalog);
  const surface = catalog.surface(route.surface)?.name ?? t('surface unknown');
  const title = `${route.model ?? t('Model unknown')} · ${surface}`;
  const status = stateOfRoute(route, catalog, asOf);
  const head: readonly DetailBlock[] = [
    { kind: 'heading', text: title },
    line({ text: `${t('State')}: ` }, { text: statusWords(status), state: status }),
  ];
  const price = priceOf(answer);
  if (price === undefined)
    return [...head, line({ text: answer.known ? t('No price.') : t('No price: {0}.', answer.reason) })];
  const source = sourceWords(catalog, price.source.split(', '));
  return [
    ...head,
    ...detailTable(
      t('One request'),
      ['', ''],
      [
        [plain(t('Duration')), plain(worded(route.durationSeconds, (seconds) => `${seconds} s`))],
        [plain(t('Resolution')), plain(worded(route.resolution, String))],
        [plain(t('Videos')), plain(worded(route.sampleCount, String))],
        [plain(t('Audio')), plain(worded(route.generateAudio, (audio) => (audio ? t('yes') : t('no'))))],
        [
          plain(t('Price')),
          plain(answer.known ? perSecond(answer.cost.usdPerSecond) : t('one price per request')),
        ],
        [[strong(t('Sum'))], [strong(perRequest(price.usdPerRequest))]],
      ],
    ),
    ...(price.assumptions.length === 0
      ? []
      : [line({ text: `${t('Assumed')}:` }), { kind: 'list', items: price.assumptions.map(plain) } as const]),
    line({ text: t('Source: {0}, checked {1}.', source, price.checkedOn), look: 'soft' }),
  ];
}

function worded<T>(parameter: Parameter<T>, words: (value: T) => string): string {
  if (parameter === null) return t('not set');
  return parameter === 'dynamic' ? t('decided when it runs') : words(parameter as T);
}
