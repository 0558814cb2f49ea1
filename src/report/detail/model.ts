// Everything that is known of a model ID, as a page of the report.

import type { Catalog } from '../../catalog/catalog.ts';
import type { Day, SurfaceId } from '../../catalog/types.ts';
import { priceOf } from '../../cost/estimate.ts';
import { formatUsdRange } from '../../cost/format.ts';
import {
  type Card,
  type CitedSource,
  cardOf,
  isOver,
  neverOnWords,
  type SurfaceCard,
  sightingWords,
  statusWords,
  titleOf,
} from '../../explain/card.ts';
import { aliasTable, lifecycleTable, limitWords, priceGrid, statesOf } from '../../explain/cardTables.ts';
import { defaultRequestCost, hintOf } from '../../explain/hint.ts';
import { allSources } from '../../explain/text.ts';
import { t } from '../../words/words.ts';
import { detailTable, joined, line, plain, strong, textTable } from './blocks.ts';
import type { DetailBlock, DetailText, PageDetail } from './types.ts';

/** The key of the page of an ID; the surface is `unknown` where the page speaks of every one. */
export const modelKey = (id: string, surface: SurfaceId): string => `model/${surface}/${id}`;

/** The page of an ID as it is written, for a day. */
export function modelDetail(catalog: Catalog, id: string, surface: SurfaceId, asOf: Day): PageDetail {
  const card = cardOf(catalog, id, asOf, surface);
  return {
    key: modelKey(id, surface),
    title: id,
    blocks: [headline(catalog, card, surface), ...blocksOf(catalog, card, surface)],
  };
}

/** The price, or the shutdown, and the state. */
function headline(catalog: Catalog, card: Card, surface: SurfaceId): DetailBlock {
  const price = hintOf(catalog, { id: card.id, surface, asOf: card.asOf });
  const states = card.kind === 'model' && !(price !== null && isOver(card)) ? statesOf(card.surfaces) : [];
  const facts = [...(price === null ? [] : [strong(price)]), ...states.map((text) => ({ text }))];
  return line(...joined([...facts, { text: t('as of {0}', card.asOf), look: 'soft' }], ' · '));
}

function blocksOf(catalog: Catalog, card: Card, surface: SurfaceId): readonly DetailBlock[] {
  switch (card.kind) {
    case 'model':
      return [
        ...(card.neverOn === null ? [] : [line(strong(neverOnWords(card.neverOn, card.id)))]),
        ...lifecycles(card.surfaces),
        ...card.surfaces.flatMap(pricesOf),
        ...requestOf(catalog, card, surface),
        ...card.surfaces.flatMap((one) => limitsOf(one, card.limitSources)),
        ...notesOf(card.surfaces, card.sources),
        ...sourcesOf(allSources(card.sources, card.limitSources)),
      ];
    case 'alias':
      return [
        line({ text: t("A gateway's spelling, not a Google model ID.") }),
        ...textTable(t('Gateways that have it'), aliasTable(card.rows)),
        ...requestOf(catalog, card, surface),
        ...sourcesOf(card.sources),
      ];
    case 'not-covered':
      return [line({ text: card.says }), ...sourcesOf(card.sources)];
    case 'unknown':
      return [
        line({ text: t('Not a model ID that Google released.') }),
        ...detailTable(
          t('Nearest real IDs'),
          [t('Model ID'), t('State')],
          card.nearest.map(({ model, status }) => [
            [{ text: model, look: 'code' }],
            [{ text: statusWords(status), state: status }],
          ]),
        ),
      ];
  }
}

/** Which column of the table of lifecycles holds the state. */
const STATE_COLUMN = 1;

function lifecycles(surfaces: readonly SurfaceCard[]): readonly DetailBlock[] {
  const { head, rows } = lifecycleTable(surfaces);
  return [
    ...detailTable(
      t('Lifecycle by surface'),
      head,
      rows.map((cells, index) =>
        cells.map((text, column) => [
          column === STATE_COLUMN ? { text, state: surfaces[index]?.status ?? 'unknown' } : { text },
        ]),
      ),
    ),
    ...surfaces.flatMap(({ name, replacement }) => {
      if (replacement === null) return [];
      const what = replacement.sameApi ? t('change the ID') : t('another API');
      const words = [`(${what}).`, replacement.change].filter((part) => part !== '').join(' ');
      return [
        line({ text: `→ ${name}: ` }, { text: replacement.model, look: 'code' }, { text: ` ${words}` }),
      ];
    }),
  ];
}

function pricesOf(surface: SurfaceCard): readonly DetailBlock[] {
  const grid = priceGrid(surface);
  if (grid === null) return [];
  const [caption = '', ...columns] = grid.head;
  return textTable(caption, { head: [t('Audio'), ...columns], rows: grid.rows });
}

/** What a request costs that sets nothing but the model; nothing for one that was shut down everywhere. */
function requestOf(catalog: Catalog, card: Card, surface: SurfaceId): readonly DetailBlock[] {
  if (isOver(card)) return [];
  const answer = defaultRequestCost(catalog, { id: card.id, surface, asOf: card.asOf });
  const price = priceOf(answer);
  if (price === undefined) return answer.known ? [] : [line({ text: t('No price: {0}.', answer.reason) })];
  const { assumptions, usdPerRequest } = price;
  const sum = strong(formatUsdRange(usdPerRequest));
  const end = assumptions.length === 0 ? '.' : t(', with');
  return [
    line({ text: `${t('A request that sets nothing else')}: ` }, sum, { text: end }),
    ...(assumptions.length === 0 ? [] : [{ kind: 'list', items: assumptions.map(plain) } as const]),
  ];
}

function limitsOf({ name, limits }: SurfaceCard, sources: readonly CitedSource[]): readonly DetailBlock[] {
  return detailTable(
    t('Limits on {0}', name),
    [t('Parameter'), t('Limit'), t('Value'), t('Source')],
    limits.map(({ key, value, note, sources: keys }) => {
      const [parameter = key, ...aspect] = key.split('.');
      return [
        [{ text: parameter, look: 'code' }],
        plain(aspect.map(spaced).join(' ')),
        plain([limitWords(value), note].filter((part) => part !== '').join(': ')),
        joined(sources.filter(({ key: one }) => keys.includes(one)).map(linkOf)),
      ];
    }),
  );
}

/** `mustBe8When` → `must be 8 when`. */
const spaced = (name: string): string =>
  name.replaceAll(/(?<=[a-z])(?=[A-Z\d])|(?<=\d)(?=[A-Z])/g, ' ').toLowerCase();

function notesOf(surfaces: readonly SurfaceCard[], sources: readonly CitedSource[]): readonly DetailBlock[] {
  return surfaces.flatMap(({ facts, name }) => [
    ...(facts.note === '' ? [] : [line({ text: `${name}: ${facts.note}` })]),
    ...(facts.seen ?? []).map((seen) => {
      const from = sources.filter(({ key }) => key === seen.source).map(linkOf);
      const said = { text: `${name}: ${sightingWords(seen)}` };
      return from.length === 0 ? line(said) : line(said, { text: ' (' }, ...from, { text: ')' });
    }),
  ]);
}

function sourcesOf(sources: readonly CitedSource[]): readonly DetailBlock[] {
  return detailTable(
    t('Sources'),
    [t('Source'), t('Confidence'), t('Checked')],
    sources.map((source) => [[linkOf(source)], plain(source.confidence), plain(source.checkedOn)]),
  );
}

const linkOf = (source: CitedSource): DetailText => ({ text: titleOf(source), url: source.url });
