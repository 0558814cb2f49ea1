// Prices with the words that say what they are for, out of tables and lines of a page in any of the layouts it has had.
import type { Cell, Line, Table } from './markdown.ts';
import { type Amount, amountsIn, isOtherUnit, sizesIn, wordsBeside } from './priceText.ts';
import type { Unread } from './types.ts';

/** A label, such as `Veo 3.1 Fast video with audio price (default)`, with the prices beside or below it. */
export interface PricedLabel {
  readonly label: string;
  readonly amounts: readonly Amount[];
  readonly beside: string | null;
}

export interface Labels {
  readonly labels: readonly PricedLabel[];
  readonly unread: readonly Omit<Unread, 'what'>[];
}

const OTHER_UNIT = 'it is not a price per second';
const UNCLEAR = 'its price cannot be told';

export function tableLabels({ header, rows }: Table): Labels {
  const read = rows.map((row) => rowLabels(row, header));
  return {
    labels: read.flatMap(({ labels }) => labels),
    unread: read.flatMap(({ unread }) => unread),
  };
}

const NOTHING: Labels = { labels: [], unread: [] };

function rowLabels(row: readonly Cell[], header: readonly Cell[]): Labels {
  const said = row.map(({ text }) => text).join(' | ');
  const unread = (why: string): Labels => ({ labels: [], unread: [{ said, why }] });
  const priced = row.flatMap((cell, index) => (cell.text.includes('$') ? [{ cell, index }] : []));
  if (priced.length === 0) return isPriceless(row) ? unread(UNCLEAR) : NOTHING;
  const head = header.map(({ text }) => text).join(' ');
  if (isOtherUnit(`${head} ${said}`)) return unread(OTHER_UNIT);
  const words = wordsOf(row, header);
  const [only] = priced;
  const labels =
    priced.length === 1 && only !== undefined
      ? [labelled(words, only.cell.text, head)]
      : priced.map(({ cell, index }) => columnLabel(words, cell.text, index, row, header));
  return labels.every((label) => label !== null) ? { labels, unread: [] } : unread(UNCLEAR);
}

/** A row that names a price and gives none. */
const isPriceless = (row: readonly Cell[]): boolean =>
  row.length > 1 && /\bprice\b/i.test(row.find(({ text }) => text !== '')?.text ?? '');

/** What the cells without a price say; `Yes` and `No` say it of what stands above them. */
function wordsOf(row: readonly Cell[], header: readonly Cell[]): string {
  return row
    .flatMap(({ text }, index) => {
      const above = header.length === row.length ? (header[index]?.text ?? '') : '';
      if (text.includes('$')) return [];
      return /^(?:yes|no)$/i.test(text) ? [`${/^no/i.test(text) ? 'without' : 'with'} ${above}`] : [text];
    })
    .join(' ')
    .trim();
}

/** The prices of a cell. Where the cell names no size, the words beside it may. */
function labelled(label: string, priceText: string, head: string): PricedLabel | null {
  const amounts = amountsIn(priceText);
  if (amounts === null || !/[a-z]/i.test(label)) return null;
  const sizes = sizesIn(label);
  const isPlain = amounts.length === 1 && amounts[0]?.resolution === 'any';
  const sized =
    isPlain && sizes.length > 0 ? sizes.flatMap((resolution) => ({ ...amounts[0], resolution })) : amounts;
  return { label, amounts: sized as readonly Amount[], beside: wordsBeside(`${head} ${label} ${priceText}`) };
}

/** One price of several in a row: its column has to say in known words which one it is. */
function columnLabel(
  words: string,
  priceText: string,
  index: number,
  row: readonly Cell[],
  header: readonly Cell[],
): PricedLabel | null {
  const above = header.length === row.length ? (header[index]?.text ?? '') : '';
  const tells = sizesIn(above).length > 0 || /audio|sound|silent|standard|fast|lite|veo/i.test(above);
  return tells && wordsBeside(above) === null ? labelled(`${words} ${above}`.trim(), priceText, '') : null;
}

/** Labels and prices that follow each other line by line, or stand in one line. */
export function lineLabels(lines: readonly Line[]): Labels {
  const labels: PricedLabel[] = [];
  const unread: Omit<Unread, 'what'>[] = [];
  let open: string | null = null;
  for (const { text } of lines) {
    if (!text.includes('$')) {
      if (isLabel(text)) {
        if (open !== null) unread.push({ said: open, why: UNCLEAR });
        open = text;
      }
      continue;
    }
    const before = text.slice(0, text.indexOf('$')).trim();
    const label: string | null = /[a-z]{3}/i.test(before.replace(/\d{3,4}p|4k/gi, '')) ? before : open;
    const amounts = label === null || isOtherUnit(text) ? null : amountsIn(text);
    if (label === null || amounts === null)
      unread.push({ said: text, why: isOtherUnit(text) ? OTHER_UNIT : UNCLEAR });
    else labels.push({ label, amounts, beside: wordsBeside(`${label} ${text}`) });
    open = null;
  }
  return { labels, unread };
}

/** A line such as `Veo 3.1 Fast video with audio price (default)`, and no sentence about prices. */
const isLabel = (text: string): boolean =>
  /\bprice\b/i.test(text) && text.length <= 90 && !/[.!?]$/.test(text);
