// A card as Markdown: the hover, and the page that "Explain" opens. Tables before words.
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
} from './card.ts';
import { allSources } from './text.ts';

/** What a hover adds to the card: why the surface is known, and what a default request costs. */
export interface CardExtras {
  readonly surfaceEvidence: string | null;
  readonly request: CostAnswer | null;
  /** Whether the limits and the sources in full are shown. */
  readonly detailed: boolean;
}

/** The card as Markdown. */
export function cardMarkdown(card: Card, extras: CardExtras): string {
  return [`**${markdownCode(card.id)}** · as of ${card.asOf}`, ...bodyOf(card, extras)]
    .filter((block) => block !== '')
    .join('\n\n');
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
          ? card.surfaces.flatMap((surface) => limitTable(surface))
          : card.surfaces.map(limitLine)),
        ...card.surfaces.map(({ facts, name }) =>
          facts.note === '' || !extras.detailed ? '' : `${name}: ${facts.note}`,
        ),
        ...card.surfaces.flatMap(({ facts, name }) =>
          extras.detailed ? (facts.seen ?? []).map((seen) => `${name}, seen ${sightingWords(seen)}`) : [],
        ),
        sourceLine(
          extras.detailed ? allSources(card.sources, card.limitSources) : card.sources,
          extras.detailed,
        ),
        extras.surfaceEvidence === null ? '' : `Surface known from ${markdownText(extras.surfaceEvidence)}.`,
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
          : `Nearest real IDs: ${card.nearest.map(({ model, status }) => `\`${model}\` (${status})`).join(', ')}.`,
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
    `**${surface.status}**`,
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

const RESOLUTIONS = ['360p', '720p', '1080p', '4k', 'any'] as const;

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
  if (request.known) {
    const { usdPerRequest, assumptions } = request.cost;
    return `A request that sets nothing else: **${formatUsdRange(usdPerRequest)}** (${markdownText(assumptions.join('; '))}).`;
  }
  if (request.flat !== undefined)
    return `A request: **${formatUsdRange(request.flat.usdPerRequest)}** (${markdownText(request.flat.assumptions.join('; '))}).`;
  return `No price: ${markdownText(request.reason)}.`;
}

/** The limits that most requests meet. */
const GLANCE: Readonly<Record<string, string>> = {
  'durationSeconds.allowed': 'seconds',
  'resolution.allowed': 'resolution',
  'aspectRatio.allowed': 'aspect ratio',
  requestsPerMinute: 'requests a minute',
};

function limitLine({ name, limits, status }: SurfaceCard): string {
  if (status === 'shut-down') return '';
  const parts = limits.flatMap(({ key, value }) =>
    GLANCE[key] === undefined ? [] : [`${GLANCE[key]} ${wordsOf(value)}`],
  );
  return parts.length === 0 ? '' : `Limits on ${name}: ${parts.join(' · ')}`;
}

function limitTable({ name, limits }: SurfaceCard): readonly string[] {
  if (limits.length === 0) return [];
  return [
    tableOf(
      [`Limits on ${name}`, '', 'Source'],
      limits.map(({ key, value, note, sources }) => [
        key,
        [wordsOf(value), note].filter((part) => part !== '').join(': '),
        sources.join(', '),
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
  if (!detailed) return `Sources (checked ${checked}): ${sources.map(linkOf).join(', ')}`;
  return tableOf(
    ['Source', 'What', 'Confidence', 'Checked'],
    sources.map((source) => [
      linkOf(source),
      markdownText(source.title),
      source.confidence,
      source.checkedOn,
    ]),
  );
}

const linkOf = ({ key, url }: CitedSource): string => markdownLink(key, url);
