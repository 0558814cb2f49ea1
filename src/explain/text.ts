// A card for the terminal.

import { grouped } from '../catalog/grouped.ts';
import type { Constraint, PriceRow } from '../catalog/types.ts';
import { formatUsd } from '../cost/format.ts';
import { plainLine } from '../outlets/plain.ts';
import {
  type AliasCard,
  type Card,
  type CitedSource,
  eventWords,
  neverOnWords,
  type SurfaceCard,
  shutdownWords,
  sightingWords,
  statusWords,
} from './card.ts';
import { limitWords } from './cardTables.ts';

/** The card as lines of text, ending with a line feed. */
export function cardText(card: Card): string {
  return `${[`${card.id}  (as of ${card.asOf})`, '', ...bodyOf(card)].join('\n').trimEnd()}\n`;
}

function bodyOf(card: Card): readonly string[] {
  switch (card.kind) {
    case 'model': {
      const sources = allSources(card.sources, card.limitSources);
      return [
        ...(card.neverOn === null ? [] : [neverOnWords(card.neverOn, card.id), '']),
        ...card.surfaces.flatMap((surface) => surfaceLines(surface, sources)),
        ...sourceLines(sources),
      ];
    }
    case 'alias':
      return [
        "A gateway's spelling, not a Google model ID.",
        '',
        ...card.rows.flatMap((alias) => aliasLines(alias, card.sources)),
        ...sourceLines(card.sources),
      ];
    case 'not-covered':
      return [card.says, '', ...sourceLines(card.sources)];
    case 'unknown':
      return [
        'Not a model ID that Google released, and no gateway spelling that the catalog knows.',
        ...card.nearest.map(({ model, status }) => `  near: ${model} (${statusWords(status)})`),
      ];
  }
}

function surfaceLines(card: SurfaceCard, sources: readonly CitedSource[]): readonly string[] {
  const { facts, replacement } = card;
  const released = eventWords(facts.released);
  const announced = eventWords(facts.announced);
  return [
    `${card.name}: ${statusWords(card.status)}`,
    row('stage', facts.stage === 'ga' ? 'generally available' : facts.stage),
    ...(released === null ? [] : [row('released', released)]),
    ...(announced === null ? [] : [row('announced', announced)]),
    row('shutdown', `${shutdownWords(card)}${marks(facts.sources, sources)}`),
    ...(facts.seen ?? []).map((sighting) =>
      row('seen', `${sightingWords(sighting)}${marks([sighting.source], sources)}`),
    ),
    ...(replacement === null
      ? []
      : [row('use', `${replacement.model}${replacement.sameApi ? '' : ' (another API)'}`)]),
    ...(replacement === null || replacement.change === '' ? [] : [row('', replacement.change)]),
    ...priceLines(
      card.prices,
      card.prices.every((price) => !price.holds),
      sources,
    ),
    ...limitLines(card.limits, sources),
    ...(facts.note === '' ? [] : [row('note', facts.note)]),
    '',
  ];
}

const LABEL = 28;
const row = (label: string, value: string): string => `  ${label.padEnd(LABEL)}  ${value}`;

/** A row for each limit; a default stands in the row of the values that it is one of. */
function limitLines(limits: readonly Constraint[], sources: readonly CitedSource[]): readonly string[] {
  const find = (key: string) => limits.find((limit) => limit.key === key);
  return limits.flatMap((limit) => {
    const [name = '', kind] = limit.key.split('.');
    const usual = find(`${name}.default`);
    const choice = find(`${name}.allowed`) ?? find(`${name}.range`);
    if (usual === undefined || choice === undefined) return [row(limit.key, limitText(limit, sources))];
    if (limit !== choice) return kind === 'default' ? [] : [row(limit.key, limitText(limit, sources))];
    return [row(name, limitText(withDefault(choice, usual), sources))];
  });
}

function withDefault(choice: Constraint, usual: Constraint): Constraint {
  return {
    ...choice,
    value: `${limitWords(choice.value)}; default ${limitWords(usual.value)}`,
    note: unique([choice.note, usual.note === '' ? '' : `default: ${usual.note}`]).join('; '),
    sources: unique([...choice.sources, ...usual.sources]),
  };
}

const unique = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.filter((text) => text !== '')),
];

function limitText({ value, note, sources: keys }: Constraint, sources: readonly CitedSource[]): string {
  return `${limitWords(value)}${note === '' ? '' : `  (${note})`}${marks(keys, sources)}`;
}

/** A row for each price: resolutions that differ in nothing else share one. */
function priceLines(
  prices: readonly PriceRow[],
  areHistory: boolean,
  sources: readonly CitedSource[],
): readonly string[] {
  const alike = grouped(prices, (price) => priceWords(price, '', sources));
  const rows = [...alike.values()].map((group) => ({
    price: group[0],
    resolutions: unique(group.map(({ resolution }) => resolution)).join(', '),
  }));
  const width = Math.max(...rows.map(({ resolutions }) => resolutions.length));
  return rows.map(({ price, resolutions }, index) => {
    const label = index > 0 ? '' : areHistory ? 'last price' : 'price';
    return row(label, priceWords(price, resolutions.padEnd(width), sources));
  });
}

function priceWords(price: PriceRow, resolutions: string, sources: readonly CitedSource[]): string {
  const amount = `${formatUsd(price.usd)} per ${price.unit}`.padEnd(18);
  const words = `${amount} ${resolutions} ${audioWords(price).padEnd(13)} ${intervalWords(price)}`;
  return words.trimEnd() + marks(price.sources, sources);
}

/** Whether a price is with audio, in words. */
function audioWords({ audio }: PriceRow): string {
  return audio === null ? 'audio not said' : audio ? 'with audio' : 'without audio';
}

function intervalWords({ from, to }: PriceRow): string {
  return [from === null ? '' : `from ${from}`, to === null ? '' : `to ${to}`]
    .filter((part) => part !== '')
    .join(' ');
}

function aliasLines(
  { row: alias, gateway, prices }: AliasCard,
  sources: readonly CitedSource[],
): readonly string[] {
  const upstream = alias.resolvesTo ?? (alias.family === null ? 'unknown' : `${alias.family} family`);
  return [
    `${gateway}`,
    row('stands for', `${upstream} (${alias.certainty})${marks(alias.sources, sources)}`),
    ...priceLines(prices, false, sources),
    ...(alias.note === '' ? [] : [row('note', alias.note)]),
    '',
  ];
}

/** Both lists without repetition. */
export function allSources(
  sources: readonly CitedSource[],
  more: readonly CitedSource[],
): readonly CitedSource[] {
  return [...sources, ...more.filter(({ key }) => !sources.some((source) => source.key === key))];
}

/** ` [1, 3]`: the numbers of sources in the list at the end. */
function marks(keys: readonly string[], sources: readonly CitedSource[]): string {
  const numbers = keys.flatMap((key) => {
    const at = sources.findIndex((source) => source.key === key);
    return at < 0 ? [] : [at + 1];
  });
  return numbers.length === 0 ? '' : ` [${numbers.join(', ')}]`;
}

function sourceLines(sources: readonly CitedSource[]): readonly string[] {
  return [
    'Sources',
    ...sources.map(({ title, url, confidence, checkedOn }, index) => {
      const where = url === null ? '' : `  ${url}`;
      return `  ${`[${index + 1}]`.padEnd(5)} ${plainLine(title)}  (${confidence}, checked ${checkedOn})${where}`;
    }),
  ];
}
