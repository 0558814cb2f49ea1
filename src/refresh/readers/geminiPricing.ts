// The Gemini API's pricing page: under each family its IDs, and prices per second for each tier, in a table or in lines.
import type { Model, PriceRow } from '../../catalog/types.ts';
import { type Cell, type Line, type Section, sectionsOf, type Table } from '../markdown.ts';
import { idsIn, modelOfId } from '../modelIds.ts';
import { type PriceClaim, type Reader, UnreadablePageError } from '../types.ts';

export const geminiPricing: Reader = {
  name: 'gemini-pricing',
  file: 'gemini-pricing.md',
  url: 'https://ai.google.dev/gemini-api/docs/pricing.md.txt',
  title: 'Gemini API pricing page',
  key: 'PRICING',
  evidence: 'official',
  listsModels: false,
  read(text) {
    const headed = sectionsOf(text).filter(({ title }) => /^veo\b/i.test(title));
    if (headed.length === 0) throw new UnreadablePageError("no heading begins with 'Veo'");
    const sections = headed.filter(({ lines }) => lines.some((line) => idsIn(line.text).length > 0));
    if (sections.length === 0)
      throw new UnreadablePageError("no model ID stands under a heading that begins with 'Veo'");
    const read = sections.map((section) => ({ section, claims: sectionClaims(section) }));
    const silent = read.find(({ claims }) => claims.length === 0);
    if (silent !== undefined)
      throw new UnreadablePageError(
        `no price per second can be read under the heading '${silent.section.title}'`,
      );
    return { claims: read.flatMap(({ claims }) => claims), complete: null };
  },
};

type Amount = Pick<PriceRow, 'usd' | 'resolution'>;

/** A label, such as `Veo 3.1 Fast video with audio price (default)`, with the prices beside or below it. */
interface PricedLabel {
  readonly label: string;
  readonly amounts: readonly Amount[];
}

function sectionClaims(section: Section): readonly PriceClaim[] {
  const ids = [...new Set(section.lines.flatMap(({ text }) => idsIn(text)))];
  const labels = [...section.tables.flatMap(tableLabels), ...lineLabels(section.lines)];
  return labels.flatMap(({ label, amounts }) => {
    const models = modelsOf(label, ids);
    return models.flatMap((model) =>
      amounts.map((amount) => ({
        kind: 'price' as const,
        surface: 'gemini-api',
        model,
        audio: audioOf(label, model),
        ...amount,
      })),
    );
  });
}

/** The IDs a label speaks of: those it names, or those of its tier. */
function modelsOf(label: string, ids: readonly string[]): readonly string[] {
  const named = idsIn(label);
  if (named.length > 0) return named;
  const tier: Model['tier'] = /\blite\b/i.test(label)
    ? 'lite'
    : /\bfast\b/i.test(label)
      ? 'fast'
      : 'standard';
  return ids.filter((id) => modelOfId(id).tier === tier);
}

/** Veo 2 makes no sound; what is sold later has it unless the page says otherwise. */
function audioOf(label: string, model: string): boolean {
  if (/without audio|no audio|silent|video only/i.test(label)) return false;
  return /audio/i.test(label) || !model.startsWith('veo-2');
}

/** A header may lack a cell that its rows have, so the paid price is the last cell, whatever the header says of it. */
function tableLabels({ header, rows }: Table): readonly PricedLabel[] {
  const headerText = header.map(({ text }) => text).join(' ');
  if (isOtherUnit(headerText)) return [];
  return rows.flatMap((row) => {
    const label = row.find(({ text }) => text !== '' && !text.includes('$'))?.text;
    const priced = row.map((cell, index) => ({ cell, index })).filter(({ cell }) => cell.text.includes('$'));
    const last = priced.at(-1);
    if (label === undefined || last === undefined || isOtherUnit(`${label} ${last.cell.text}`)) return [];
    const bySize = priced.flatMap(({ cell, index }) => sizedAmount(cell, header[index]));
    const amounts = bySize.length === priced.length ? bySize : amountsIn(last.cell.text);
    return amounts === null ? [] : [{ label, amounts }];
  });
}

/** The price of a column that is named after a resolution. */
function sizedAmount(cell: Cell, head: Cell | undefined): readonly Amount[] {
  const sizes = sizesIn(head?.text ?? '');
  const plain = /^\$\s?(\d+(?:\.\d+)?)(?:\s*(?:\/|per)\s*s\w*)?$/.exec(cell.text.trim());
  if (sizes.length === 0 || plain === null) return [];
  return sizes.map((resolution) => ({ resolution, usd: Number(plain[1]) }));
}

/** Labels and prices that follow each other line by line, or stand in one line. */
function lineLabels(lines: readonly Line[]): readonly PricedLabel[] {
  const labels: PricedLabel[] = [];
  let label: string | null = null;
  for (const { text } of lines) {
    const amounts = isOtherUnit(text) ? null : amountsIn(text);
    const before = text.slice(0, Math.max(0, text.indexOf('$'))).trim();
    if (amounts !== null && /[a-z]{3}/i.test(before.replace(/\d{3,4}p|4k/gi, '')))
      labels.push({ label: before, amounts });
    else if (amounts !== null && label !== null) labels.push({ label, amounts });
    if (/\bprice\b/i.test(text) && !text.includes('$')) label = text;
    else if (amounts !== null) label = null;
  }
  return labels;
}

const isOtherUnit = (text: string): boolean =>
  /\bper\s+(?:1\s?[mk]|million|request|video|image|minute|hour|character)|\btokens?\b|\/\s*(?:video|request|image|min)/i.test(
    text,
  );

const SIZE = /\b(360p|720p|1080p|4k)\b/gi;

const sizesIn = (text: string): readonly PriceRow['resolution'][] =>
  [...new Set((text.match(SIZE) ?? []).map((size) => size.toLowerCase()))] as PriceRow['resolution'][];

/**
 * Every price of a text with the sizes it is for: those in brackets behind it (`$0.40 (720p and 1080p) $0.60 (4k)`) or
 * before it (`720p: $0.10`); without any it is for all. Null where there is none, or one cannot be told apart.
 */
function amountsIn(text: string): readonly Amount[] | null {
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
