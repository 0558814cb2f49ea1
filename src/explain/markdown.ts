// A card as Markdown: the hover. Price and state first, then tables.
import type { Sighting } from '../catalog/types.ts';
import { formatUsdRange } from '../cost/format.ts';
import type { CostAnswer } from '../cost/types.ts';
import { markdownCode, markdownLink, markdownText } from '../outlets/markdown.ts';
import {
  type Card,
  type CitedSource,
  neverOnWords,
  type SurfaceCard,
  sightingWords,
  statusWords,
  titleOf,
} from './card.ts';
import { aliasTable, lifecycleTable, limitWords, priceGrid, statesOf, type TextTable } from './cardTables.ts';

/** What a hover adds to the card. */
export interface CardExtras {
  /** Why the surface is known. */
  readonly surfaceEvidence: string | null;
  /** The price or the shutdown, in the words of the inlay hint. */
  readonly price: string | null;
  readonly request: { readonly answer: CostAnswer; readonly isSent: boolean } | null;
}

/** The card as Markdown. */
export function cardMarkdown(card: Card, extras: CardExtras): string {
  return [headline(card, extras), ...bodyOf(card, extras), `As of ${card.asOf}.`]
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
  const shown = price?.startsWith('shut down') ? [] : states;
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
        card.surfaces.every(({ status }) => status === 'shut-down') ? '' : requestLine(extras),
        ...card.surfaces.map(limitLine),
        ...card.surfaces.flatMap(({ facts, name }) =>
          (facts.seen ?? []).slice(-1).map((seen) => sightingLine(name, seen, card.sources)),
        ),
        sourceLine(card.sources),
        extras.surfaceEvidence === null ? '' : `Surface: ${markdownText(extras.surfaceEvidence)}.`,
      ];
    case 'alias':
      return [
        "A gateway's spelling, not a Google model ID.",
        tableOf(aliasTable(card.rows)),
        requestLine(extras),
        sourceLine(card.sources),
      ];
    case 'not-covered':
      return [card.says, sourceLine(card.sources)];
    case 'unknown':
      return [
        'Not a model ID that Google released.',
        card.nearest.length === 0
          ? ''
          : `Nearest real IDs: ${card.nearest.map(({ model, status }) => `\`${model}\` (${statusWords(status)})`).join(', ')}.`,
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
    const what = replacement.sameApi ? 'change the ID' : 'another API';
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
  const price = answer.known ? answer.cost : answer.flat;
  if (price === undefined) return answer.known ? '' : `No price: ${markdownText(answer.reason)}.`;
  const what = isSent ? 'This request' : 'A request that sets nothing else';
  const assumed = price.assumptions.map((assumption) => `- ${markdownText(assumption)}`);
  return [
    `${what}: **${formatUsdRange(price.usdPerRequest)}**${assumed.length === 0 ? '' : ', with'}`,
    ...assumed,
  ].join('\n');
}

/** The limits that most requests meet. */
const GLANCE: Readonly<Record<string, string>> = {
  'durationSeconds.allowed': 'duration in seconds',
  'resolution.allowed': 'resolution',
  'aspectRatio.allowed': 'aspect ratio',
  requestsPerMinute: 'requests per minute',
};

function limitLine({ name, limits, status }: SurfaceCard): string {
  if (status === 'shut-down') return '';
  const disputed = limits.find(({ key }) => key === 'resolution.disputed');
  const parts = limits.flatMap(({ key, value }) => {
    const label = GLANCE[key];
    if (label === undefined) return [];
    const doubt =
      key === 'resolution.allowed' && disputed !== undefined
        ? ` (${limitWords(disputed.value)} disputed)`
        : '';
    return [`${label} ${limitWords(value)}${doubt}`];
  });
  return parts.length === 0 ? '' : `Limits on ${name}: ${parts.join(' · ')}`;
}

function sourceLine(sources: readonly CitedSource[]): string {
  if (sources.length === 0) return '';
  const checked = sources
    .map((source) => source.checkedOn)
    .toSorted()
    .at(0);
  const more = sources.length > SHOWN_SOURCES ? ` and ${sources.length - SHOWN_SOURCES} more` : '';
  return `Sources (checked ${checked}): ${sources.slice(0, SHOWN_SOURCES).map(linkOf).join(' · ')}${more}`;
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
