// What one request costs, whatever models it may send, as a page of the report.
import type { Catalog } from '../../catalog/catalog.ts';
import { sourceWords } from '../../catalog/sources.ts';
import type { Day } from '../../catalog/types.ts';
import { formatUsdPerSecond, formatUsdRange } from '../../cost/format.ts';
import { costOfRoute } from '../../cost/routeCost.ts';
import { statusWords } from '../../explain/card.ts';
import { stateOfRoute } from '../../explain/request.ts';
import type { RequestRoutes } from '../../routes/requestsIn.ts';
import type { Parameter, Route } from '../../routes/types.ts';
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
    title: 'What this request costs',
    blocks: [
      line(where, { text: ` · as of ${asOf}`, look: 'soft' }),
      ...routes.flatMap((route) => sumOf(route, catalog, asOf)),
    ],
  };
}

function sumOf(route: Route, catalog: Catalog, asOf: Day): readonly DetailBlock[] {
  const answer = costOfRoute(route, asOf, catalog);
  const surface = catalog.surface(route.surface)?.name ?? 'surface unknown';
  const title = `${route.model ?? 'Model unknown'} · ${surface}`;
  const status = stateOfRoute(route, catalog, asOf);
  const head: readonly DetailBlock[] = [
    { kind: 'heading', text: title },
    line({ text: 'State: ' }, { text: statusWords(status), state: status }),
  ];
  const price = answer.known ? answer.cost : answer.flat;
  if (price === undefined)
    return [...head, line({ text: answer.known ? 'No price.' : `No price: ${answer.reason}.` })];
  const source = sourceWords(catalog, price.source.split(', '));
  return [
    ...head,
    ...detailTable(
      'One request',
      ['', ''],
      [
        [plain('Duration'), plain(worded(route.durationSeconds, (seconds) => `${seconds} s`))],
        [plain('Resolution'), plain(worded(route.resolution, String))],
        [plain('Videos'), plain(worded(route.sampleCount, String))],
        [plain('Audio'), plain(worded(route.generateAudio, (audio) => (audio ? 'yes' : 'no')))],
        [
          plain('Price'),
          plain(answer.known ? formatUsdPerSecond(answer.cost.usdPerSecond) : 'one price per request'),
        ],
        [[strong('Sum')], [strong(`${formatUsdRange(price.usdPerRequest)} per request`)]],
      ],
    ),
    ...(price.assumptions.length === 0
      ? []
      : [line({ text: 'Assumed:' }), { kind: 'list', items: price.assumptions.map(plain) } as const]),
    line({ text: `Source: ${source}, checked ${price.checkedOn}.`, look: 'soft' }),
  ];
}

function worded<T>(parameter: Parameter<T>, words: (value: T) => string): string {
  if (parameter === null) return 'not set';
  return parameter === 'dynamic' ? 'decided when it runs' : words(parameter as T);
}
