// The columns of a table of models, found by what their heads say. A head that says more than is known counts as none.
import type { Cell } from './markdown.ts';
import { UnreadablePageError } from './types.ts';

const END =
  '(?:shut ?down|shuts down|retire(?:s|d|ment)?|discontinu(?:ed|ation)|end of life|eol|turn(?:ed)? ?off|sunset)';

/** What a head may be called in full. */
const NAMES = {
  model: /^(?:models?|agents?)(?: (?:ids?|names?|versions?|codes?))?$/,
  released: /^(?:initial )?(?:released?|launch(?:ed)?)(?: (?:date|day|on))?$/,
  shutdown: new RegExp(`^(?:(?:planned|expected|scheduled) )?${END}(?: ?/ ?${END})?(?: (?:date|day|on))?$`),
  replacement: /replace|upgrade|successor|alternative|migrat|use instead/,
} as const;

/** A head that speaks of an end, whatever else it says. */
const SPEAKS_OF_END = new RegExp(`\\b${END}`);

/** Places of the columns; -1 where there is none. */
export type Columns = Readonly<Record<keyof typeof NAMES, number>>;

export function columnsOf(header: readonly Cell[]): Columns {
  const names = headNames(header);
  const replacement = names.findIndex((name) => NAMES.replacement.test(name));
  const at = (key: keyof typeof NAMES) =>
    names.findIndex((name, index) => index !== replacement && NAMES[key].test(name));
  return { model: at('model'), released: at('released'), shutdown: at('shutdown'), replacement };
}

const headNames = (header: readonly Cell[]): readonly string[] =>
  header.map(({ text }) =>
    text
      .toLowerCase()
      .replace(/\[\^?\d+\]|[*†‡]/g, '')
      .replace(/[-–\s]+/g, ' ')
      .trim(),
  );

/**
 * The columns of a table whose rows have IDs.
 * @throws UnreadablePageError where one that is needed is missing, or two could be the shutdown date
 */
export function neededColumns(header: readonly Cell[], title: string): Columns {
  const columns = columnsOf(header);
  const table = `the table under '${title}'`;
  if (columns.model < 0) throw new UnreadablePageError(`${table} has no column for the model ID`);
  const ends = headNames(header).flatMap((name, index) =>
    index !== columns.replacement && SPEAKS_OF_END.test(name) ? [`'${header[index]?.text ?? ''}'`] : [],
  );
  if (columns.shutdown < 0) {
    const other = ends.length === 0 ? '' : `; ${ends.join(' and ')} may mean something else`;
    throw new UnreadablePageError(`${table} has no column for the shutdown date${other}`);
  }
  if (ends.length > 1)
    throw new UnreadablePageError(`${table} has more than one column about an end: ${ends.join(' and ')}`);
  return columns;
}
