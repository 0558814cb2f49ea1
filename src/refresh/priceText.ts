// Prices as texts say them: amounts with their sizes, and the words beside them that may change what they mean.
import type { PriceRow } from '../catalog/types.ts';
import { STRUCK } from './markdown.ts';
import { idsIn } from './modelIds.ts';

export type Amount = Pick<PriceRow, 'usd' | 'resolution'>;

const SIZE = /\b(360p|720p|1080p|4k)\b/gi;

export const sizesIn = (text: string): readonly PriceRow['resolution'][] =>
  [...new Set((text.match(SIZE) ?? []).map((size) => size.toLowerCase()))] as PriceRow['resolution'][];

export const isOtherUnit = (text: string): boolean =>
  /\bper\s+(?:1\s?[mk]|million|request|video|image|minute|hour|character)|\btokens?\b|\/\s*(?:video|request|image|min)/i.test(
    text,
  );

/**
 * Every price of a text with the sizes it is for: those in brackets behind it (`$0.40 (720p and 1080p) $0.60 (4k)`) or
 * before it (`720p: $0.10`); without any it is for all. Null where there is none, or one cannot be told apart.
 */
export function amountsIn(text: string): readonly Amount[] | null {
  const pieces = text.split(/\$\s?(?=\d)/);
  if (pieces.length < 2) return null;
  const prices = pieces.slice(1).map((piece) => ({
    usd: Number(/^\d+(?:\.\d+)?/.exec(piece)?.[0]),
    rest: piece.replace(/^\d+(?:\.\d+)?/, ''),
  }));
  if (prices.some(({ usd, rest }) => !(usd > 0) || /^,?\d/.test(rest))) return null;
  const leads = sizesIn(pieces[0] ?? '').length > 0;
  const sized = prices.map(({ usd, rest }, index) => ({
    usd,
    sizes: sizesIn(leads ? (index === 0 ? (pieces[0] ?? '') : (prices[index - 1]?.rest ?? '')) : rest),
  }));
  if (sized.length > 1 && sized.some(({ sizes }) => sizes.length === 0)) return null;
  const amounts = sized.flatMap(({ usd, sizes }) =>
    (sizes.length === 0 ? (['any'] as const) : sizes).map((resolution) => ({ usd, resolution })),
  );
  const isTwice = amounts.some(
    ({ resolution }, index) => amounts.findIndex((other) => other.resolution === resolution) < index,
  );
  return isTwice ? null : amounts;
}

/** Words of a price list that say which price it is, and change nothing else about it. */
const KNOWN = new Set(
  `free paid tier not available of charge standard fast lite video videos with without no audio sound silent only
  price prices pricing default generation generated output model models name id preview stable resolution resolutions
  all per second sec s in usd us and or for the a veo yes`.split(/\s+/),
);

/** Another dollar than that of the United States, about so much, at least so much, less than nothing. */
const OTHER_AMOUNT =
  /(?<![a-z])(?!us\$)[a-z]{1,3}\$|[<>≤≥≈~±]\s?\$|(?<!\S)[-–−]\$|\$\s?\d+(?:\.\d+)?(?:\+|\s?[-–—]$)/gi;

/** The words of a text that are none of a price list's own; null where there are none. */
export function wordsBeside(text: string): string | null {
  const bare = idsIn(text)
    .reduce((rest, id) => rest.replaceAll(id, ' '), text)
    .replace(/\bveo \d+(?:\.\d+)?/gi, ' ')
    .replace(/\$\s?\d+(?:\.\d+)?/g, ' ')
    .replace(SIZE, ' ')
    .replace(/\[\^?\d+\]/g, ' ');
  const words = (bare.match(/[\p{L}\p{N}]+|[€£¥]/gu) ?? []).filter((word) => !KNOWN.has(word.toLowerCase()));
  if (text.includes(STRUCK)) words.push(STRUCK);
  words.push(...(text.match(OTHER_AMOUNT) ?? []));
  return words.length === 0 ? null : words.join(' ');
}
