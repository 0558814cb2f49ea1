// A card as Markdown: the hover, and the page that "Explain" opens. Price and state first, then tables.
import type { Sighting } from '../catalog/types.ts';
import { formatUsd, formatUsdRange } from '../cost/format.ts';
import type { CostAnswer } from '../cost/types.ts';
import { markdownCode, markdownLink, markdownText } from '../outlets/markdown.ts';
import {
  type AliasCard,
  type Card,
  type CitedSource,
  eventWords,
  neverOnWords,
  type SurfaceCard,
  sightingWords,
  statusWords,
  titleOf,
} from './card.ts';
import { allSources } from './text.ts';

/** What a hover adds to the card. */
export interface CardExtras {
  /** Why the surface is known. */
  readonly surfaceEvidence: string | null;
  /** The price or the shutdown, in the words of the inlay hint. */
  readonly price: string | null;
  readonly request: { readonly answer: CostAnswer; readonly isSent: boolean } | null;
  /** Whether the limits and the sources in full are shown. */
  readonly detailed: boolean;
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

/** The state on each surface, or once where it is the same on all. */
function statesOf(surfaces: readonly SurfaceCard[]): readonly string[] {
  const same = new Set(surfaces.map(({ status }) => status)).size === 1;
  if (same) return surfaces.slice(0, 1).map(({ status }) => statusWords(status));
  return surfaces.map(({ name, status }) => `${statusWords(status)} on ${name}`);
}

function bodyOf(card: Card, extras: CardExtras): readonly string[] {
  switch (card.kind) {
    case 'model':
      return [
        card.neverOn === null ? '' : `**${neverOnWords(card.neverOn, card.id)}**`,
        lifecycleTable(card.surfaces),
        ...replacementLines(card.surfaces),
        ...card.surfaces.map(priceTableOf),
        card.surfaces.every(({ status }) => status === 'shut-down') ? '' : requestLine(extras),
        ...(extras.detailed
          ? card.surfaces.flatMap((surface) => limitTable(surface, card.limitSources))
          : card.surfaces.map(limitLine)),
        ...card.surfaces.map(({ facts, name }) =>
          facts.note === '' || !extras.detailed ? '' : `${name}: ${facts.note}`,
        ),
        ...card.surfaces.flatMap(({ facts, name }) =>
          (facts.seen ?? [])
            .slice(extras.detailed ? 0 : -1)
            .map((seen) => sightingLine(name, seen, card.sources)),
        ),
        sourceLine(
          extras.detailed ? allSources(card.sources, card.limitSources) : card.sources,
          extras.detailed,
        ),
        extras.surfaceEvidence === null ? '' : `Surface: ${markdownText(extras.surfaceEvidence)}.`,
      ];
    case 'alias':
      return [
        "A gateway's spelling, not a Google model ID.",
        aliasTable(card.rows),
        requestLine(extras),
        sourceLine(card.sources, extras.detailed),
      ];
    case 'not-covered':
      return [card.says, sourceLine(card.sources, extras.detailed)];
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

const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.join(GAP)} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((cells) => `| ${cells.join(GAP)} |`),
  ].join('\n');

function lifecycleTable(surfaces: readonly SurfaceCard[]): string {
  const rows = surfaces.map((surface) => [
    surface.name,
    `**${statusWords(surface.status)}**`,
    surface.facts.stage.toUpperCase(),
    eventWords(surface.facts.released) ?? 'unknown',
    endWords(surface),
  ]);
  return tableOf(['Surface', 'State', 'Stage', 'Released', 'End'], rows);
}

/** The end in a table, where the state stands beside it. */
function endWords({ facts, status, daysLeft }: SurfaceCard): string {
  const { shutdown } = facts;
  if (shutdown.kind === 'none') return 'no date published';
  if (shutdown.kind === 'notBefore') return `${shutdown.day} or later`;
  return status === 'shut-down' || daysLeft === null ? shutdown.day : `${shutdown.day}, in ${daysLeft} days`;
}

function replacementLines(surfaces: readonly SurfaceCard[]): readonly string[] {
  return surfaces.flatMap(({ name, replacement }) => {
    if (replacement === null) return [];
    const what = replacement.sameApi ? 'change the ID' : 'another API';
    return [
      `$(arrow-right) ${name}: **\`${replacement.model}\`** (${what}). ${replacement.change}`.trimEnd(),
    ];
  });
}

const RESOLUTIONS = ['360p', '480p', '720p', '1080p', '4k', 'any'] as const;

/** One line a kind of audio, one column a resolution. */
function priceTableOf({ name, prices }: Pick<SurfaceCard, 'name' | 'prices'>): string {
  if (prices.length === 0) return '';
  const columns = RESOLUTIONS.filter((resolution) => prices.some((price) => price.resolution === resolution));
  const audios = [...new Set(prices.map((price) => price.audio))];
  const units = new Set(prices.map((price) => price.unit));
  const rows = audios.map((audio) => [
    audio === null ? 'audio not said' : audio ? 'with audio' : 'without audio',
    ...columns.map((column) => {
      const cells = prices.filter((price) => price.resolution === column && price.audio === audio);
      return cells.length === 0 ? '–' : [...new Set(cells.map((price) => formatUsd(price.usd)))].join(' / ');
    }),
  ]);
  const head = `${prices.every((price) => !price.holds) ? 'Last price' : 'Price'} per ${[...units].join(', ')}, ${name}`;
  return tableOf([head, ...columns], rows);
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
      key === 'resolution.allowed' && disputed !== undefined ? ` (${wordsOf(disputed.value)} disputed)` : '';
    return [`${label} ${wordsOf(value)}${doubt}`];
  });
  return parts.length === 0 ? '' : `Limits on ${name}: ${parts.join(' · ')}`;
}

function limitTable({ name, limits }: SurfaceCard, sources: readonly CitedSource[]): readonly string[] {
  if (limits.length === 0) return [];
  return [
    tableOf(
      [`Limits on ${name}`, '', 'Source'],
      limits.map(({ key, value, note, sources: keys }) => [
        key,
        [wordsOf(value), note].filter((part) => part !== '').join(': '),
        linksOf(keys, sources),
      ]),
    ),
  ];
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' ? `\`${JSON.stringify(value)}\`` : String(value);
}

function aliasTable(rows: readonly AliasCard[]): string {
  return tableOf(
    ['Gateway', 'Stands for', 'How sure', 'Price'],
    rows.map(({ row, gateway, prices }) => [
      gateway,
      row.resolvesTo ?? (row.family === null ? 'unknown' : `${row.family} family`),
      row.certainty,
      prices
        .map((price) => `${formatUsd(price.usd)} per ${price.unit}`)
        .filter((text, at, all) => all.indexOf(text) === at)
        .join(', ') || 'unknown',
    ]),
  );
}

function sourceLine(sources: readonly CitedSource[], detailed: boolean): string {
  if (sources.length === 0) return '';
  const checked = sources
    .map((source) => source.checkedOn)
    .toSorted()
    .at(0);
  if (!detailed) {
    const more = sources.length > SHOWN_SOURCES ? ` and ${sources.length - SHOWN_SOURCES} more` : '';
    return `Sources (checked ${checked}): ${sources.slice(0, SHOWN_SOURCES).map(linkOf).join(' · ')}${more}`;
  }
  return tableOf(
    ['Source', 'Confidence', 'Checked'],
    sources.map((source) => [linkOf(source), source.confidence, source.checkedOn]),
  );
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
