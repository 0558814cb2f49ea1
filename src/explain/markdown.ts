// A card as Markdown: the hover. Price and state first, then tables.

import type { Sighting } from '../catalog/types.ts';
import { priceOf } from '../cost/estimate.ts';
import { formatUsdRange } from '../cost/format.ts';
import type { CostAnswer } from '../cost/types.ts';
import type { SurfaceEvidence } from '../detect/evidence.ts';
import { markdownCode, markdownLink, markdownText } from '../outlets/markdown.ts';
import { t } from '../words/words.ts';
import {
  type Card,
  type CitedSource,
  isOver,
  neverOnWords,
  type SurfaceCard,
  sightingWords,
  statusWords,
  titleOf,
} from './card.ts';
import { aliasTable, lifecycleTable, limitWords, priceGrid, statesOf, type TextTable } from './cardTables.ts';
import { evidenceWords } from './evidenceWords.ts';

/** What a hover adds to the card. */
export interface CardExtras {
  /** Why the surface is known. */
  readonly surfaceEvidence: SurfaceEvidence | null;
  /** The price or the shutdown, in the words of the inlay hint. */
  readonly price: string | null;
  readonly request: { readonly answer: CostAnswer; readonly isSent: boolean } | null;
}

/** The card as Markdown. */
export function cardMarkdown(card: Card, extras: CardExtras): string {
  return [headline(card, extras), ...bodyOf(card, extras), t('As of {0}.', card.asOf)]
    .filter((block) => block !== '')
    .join('\n\n');
}

/** The ID, its price and its state in one line. */
function headline(card: Card, { price }: CardExtras): string {
  const states = card.kind === 'model' ? statesOf(card.surfaces) : [];
  const parts = [markdownCode(card.id), ...(price === null ? [] : [markdownText(price)])].map(
    (part) => `**${part}**`,
  );
  // A price that is none says the state itself.
  const shown = price !== null && isOver(card) ? [] : states;
  return [...parts, ...shown].join(' · ');
}

function bodyOf(card: Card, extras: CardExtras): readonly string[] {
  switch (card.kind) {
    case 'model':
      return [
        card.neverOn === null ? '' : `**${neverOnWords(card.neverOn, card.id)}**`,
        tableOf(boldStates(lifecycleTable(card.surfaces))),
        ...replacementLines(card.surfaces),
        ...card.surfaces.map(priceTableOf),
        isOver(card) ? '' : requestLine(extras),
        ...card.surfaces.map(limitLine),
        ...card.surfaces.flatMap(({ facts, name }) =>
          (facts.seen ?? []).slice(-1).map((seen) => sightingLine(name, seen, card.sources)),
        ),
        sourceLine(card.sources),
        extras.surfaceEvidence === null
          ? ''
          : t('Surface: {0}.', markdownText(evidenceWords(extras.surfaceEvidence))),
      ];
    case 'alias':
      return [
        t("A gateway's spelling, not a Google model ID."),
        tableOf(aliasTable(card.rows)),
        requestLine(extras),
        sourceLine(card.sources),
      ];
    case 'not-covered':
      return [card.says, sourceLine(card.sources)];
    case 'unknown':
      return [
        t('Not a model ID that Google released.'),
        card.nearest.length === 0
          ? ''
          : t(
              'Nearest real IDs: {0}.',
              card.nearest.map(({ model, status }) => `\`${model}\` (${statusWords(status)})`).join(', '),
            ),
      ];
  }
}

/** Hovers set columns close together; an entity is the only space that a cell keeps. */
const GAP = '&emsp; | ';

const tableOf = ({ head, rows }: TextTable): string =>
  [
    `| ${head.join(GAP)} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((cells) => `| ${cells.join(GAP)} |`),
  ].join('\n');

const boldStates = ({ head, rows }: TextTable): TextTable => ({
  head,
  rows: rows.map(([surface = '', state = '', ...others]) => [surface, `**${state}**`, ...others]),
});

function replacementLines(surfaces: readonly SurfaceCard[]): readonly string[] {
  return surfaces.flatMap(({ name, replacement }) => {
    if (replacement === null) return [];
    const what = replacement.sameApi ? t('change the ID') : t('another API');
    return [
      `$(arrow-right) ${name}: **\`${replacement.model}\`** (${what}). ${replacement.change}`.trimEnd(),
    ];
  });
}

function priceTableOf(surface: SurfaceCard): string {
  const grid = priceGrid(surface);
  return grid === null ? '' : tableOf(grid);
}

function requestLine({ request }: CardExtras): string {
  if (request === null) return '';
  const { answer, isSent } = request;
  const price = priceOf(answer);
  if (price === undefined) return answer.known ? '' : t('No price: {0}.', markdownText(answer.reason));
  const what = isSent ? t('This request') : t('A request that sets nothing else');
  const assumed = price.assumptions.map((assumption) => `- ${markdownText(assumption)}`);
  return [
    `${what}: **${formatUsdRange(price.usdPerRequest)}**${assumed.length === 0 ? '' : t(', with')}`,
    ...assumed,
  ].join('\n');
}

/** The limits that most requests meet. */
const GLANCE: Readonly<Record<string, (value: string) => string>> = {
  'durationSeconds.allowed': (value) => t('duration in seconds {0}', value),
  'resolution.allowed': (value) => t('resolution {0}', value),
  'aspectRatio.allowed': (value) => t('aspect ratio {0}', value),
  requestsPerMinute: (value) => t('requests per minute {0}', value),
};

function limitLine({ name, limits, status }: SurfaceCard): string {
  if (status === 'shut-down') return '';
  const disputed = limits.find(({ key }) => key === 'resolution.disputed');
  const parts = limits.flatMap(({ key, value }) => {
    const words = GLANCE[key];
    if (words === undefined) return [];
    const doubt =
      key === 'resolution.allowed' && disputed !== undefined
        ? ` ${t('({0} disputed)', limitWords(disputed.value))}`
        : '';
    return [`${words(limitWords(value))}${doubt}`];
  });
  return parts.length === 0 ? '' : t('Limits on {0}: {1}', name, parts.join(' · '));
}

function sourceLine(sources: readonly CitedSource[]): string {
  if (sources.length === 0) return '';
  const checked = sources
    .map((source) => source.checkedOn)
    .toSorted()
    .at(0);
  const more = sources.length > SHOWN_SOURCES ? ` ${t('and {0} more', sources.length - SHOWN_SOURCES)}` : '';
  const links = sources.slice(0, SHOWN_SOURCES).map(linkOf).join(' · ');
  return t('Sources (checked {0}): {1}', String(checked), `${links}${more}`);
}

/** How many sources a hover names; the page of the ID has them all. */
const SHOWN_SOURCES = 3;

const linkOf = (source: CitedSource): string => markdownLink(titleOf(source), source.url);

const linksOf = (keys: readonly string[], sources: readonly CitedSource[]): string =>
  sources
    .filter(({ key }) => keys.includes(key))
    .map(linkOf)
    .join(', ');

/** What somebody saw of the ID, and where it is to be read. */
function sightingLine(name: string, seen: Sighting, sources: readonly CitedSource[]): string {
  const source = linksOf([seen.source], sources);
  return `${name}: ${markdownText(sightingWords(seen))}${source === '' ? '' : ` (${source})`}`;
}
