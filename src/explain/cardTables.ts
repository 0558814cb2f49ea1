// The tables of a card as plain texts, which the hover and the report's page set in their own way.
import { formatUsd } from '../cost/format.ts';
import type { PriceTableRow } from '../cost/priceTable.ts';
import { t } from '../words/words.ts';
import { type AliasCard, eventWords, type SurfaceCard, statusWords } from './card.ts';
import { perUnit, unitWords } from './prices.ts';

/** A table of texts: its head, and its rows with as many cells. */
export interface TextTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The state on each surface, or once where it is the same on all. */
export function statesOf(surfaces: readonly SurfaceCard[]): readonly string[] {
  const same = new Set(surfaces.map(({ status }) => status)).size === 1;
  if (same) return surfaces.slice(0, 1).map(({ status }) => statusWords(status));
  return surfaces.map(({ name, status }) => t('{0} on {1}', statusWords(status), name));
}

/** A row for each surface: its name, state, stage, release and end. */
export function lifecycleTable(surfaces: readonly SurfaceCard[]): TextTable {
  return {
    head: [t('Surface'), t('State'), t('Stage'), t('Released'), t('End')],
    rows: surfaces.map((surface) => [
      surface.name,
      statusWords(surface.status),
      surface.facts.stage.toUpperCase(),
      eventWords(surface.facts.released) ?? t('unknown'),
      endWords(surface),
    ]),
  };
}

/** The end in a table, where the state stands beside it. */
function endWords({ facts, status, daysLeft }: SurfaceCard): string {
  const { shutdown } = facts;
  if (shutdown.kind === 'none') return t('no date published');
  if (shutdown.kind === 'notBefore') return t('{0} or later', shutdown.day);
  return status === 'shut-down' || daysLeft === null
    ? shutdown.day
    : t('{0}, in {1} days', shutdown.day, daysLeft);
}

const RESOLUTIONS = ['360p', '480p', '720p', '1080p', '4k', 'any'] as const;

/** The prices on a surface, one row for each kind of audio and one column for each resolution; null where there are none. */
export function priceGrid({ name, prices }: Pick<SurfaceCard, 'name' | 'prices'>): TextTable | null {
  if (prices.length === 0) return null;
  const columns = RESOLUTIONS.filter((resolution) => prices.some((price) => price.resolution === resolution));
  const audios = [...new Set(prices.map((price) => price.audio))];
  const units = new Set(prices.map((price) => price.unit));
  const isLast = prices.every((price) => !price.holds);
  const unit = [...units].map(unitWords).join(', ');
  return {
    head: [
      isLast ? t('Last price per {0}, {1}', unit, name) : t('Price per {0}, {1}', unit, name),
      ...columns,
    ],
    rows: audios.map((audio) => [
      audio === null ? t('audio not said') : audio ? t('with audio') : t('without audio'),
      ...columns.map((column) =>
        amounts(prices.filter((price) => price.resolution === column && price.audio === audio)),
      ),
    ]),
  };
}

const amounts = (prices: readonly PriceTableRow[]): string =>
  prices.length === 0 ? '–' : [...new Set(prices.map((price) => formatUsd(price.usd)))].join(' / ');

/** A row for each gateway that has the spelling. */
export function aliasTable(rows: readonly AliasCard[]): TextTable {
  return {
    head: [t('Gateway'), t('Stands for'), t('How sure'), t('Price')],
    rows: rows.map(({ row, gateway, prices }) => [
      gateway,
      row.resolvesTo ?? (row.family === null ? t('unknown') : t('{0} family', row.family)),
      row.certainty,
      prices
        .map((price) => perUnit(price.usd, price.unit))
        .filter((text, at, all) => all.indexOf(text) === at)
        .join(', ') || t('unknown'),
    ]),
  };
}

/** The value of a limit in words: `720p, 1080p`, `3 to 10`, `image: allow_adult; extension: allow_all`. */
export function limitWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(limitWords).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  if ('min' in value && 'max' in value && Object.keys(value).length === 2)
    return t('{0} to {1}', String(value.min), String(value.max));
  return Object.entries(value)
    .map(([name, one]) => `${name}: ${limitWords(one)}`)
    .join('; ');
}
