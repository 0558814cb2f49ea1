// Shorthands for the parts of a page about one thing.
import type { TextTable } from '../../explain/cardTables.ts';
import type { DetailBlock, DetailLine, DetailTable, DetailText } from './types.ts';

/** A text as it is. */
export const plain = (text: string): DetailLine => [{ text }];

/** A text that stands out. */
export const strong = (text: string): DetailText => ({ text, look: 'strong' });

/** A line of its own. */
export const line = (...parts: readonly DetailText[]): DetailBlock => ({ kind: 'line', line: parts });

/** A table of plain texts; none where it has no rows. */
export function textTable(caption: string, { head, rows }: TextTable): readonly DetailTable[] {
  return detailTable(
    caption,
    head,
    rows.map((cells) => cells.map(plain)),
  );
}

/** A table; none where it has no rows. */
export function detailTable(
  caption: string,
  head: readonly string[],
  rows: DetailTable['rows'],
): readonly DetailTable[] {
  return rows.length === 0 ? [] : [{ kind: 'table', caption, head, rows }];
}

/** Lines between commas: `A, B`. */
export const joined = (parts: DetailLine, between = ', '): DetailLine =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [{ text: between }, part]));
