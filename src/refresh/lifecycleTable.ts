// Tables of model IDs with their days, as both of Google's pages have them: columns are found by their names.
import type { Stage, SurfaceId } from '../catalog/types.ts';
import { type Cell, type Section, STRUCK, sectionsOf, type Table } from './markdown.ts';
import { namedModels, rowModels, stageOfId } from './modelIds.ts';
import { type Columns, columnsOf, neededColumns } from './tableColumns.ts';
import { type LifecycleClaim, type Unread, UnreadablePageError } from './types.ts';
import { wordedDay } from './wordedDay.ts';

/** What a page says of our models, and its rows that cannot be read. */
interface Rows {
  readonly claims: readonly LifecycleClaim[];
  readonly unread: readonly Unread[];
}

/**
 * The rows of every table of the page that speak of our models.
 * @throws UnreadablePageError where the page lacks the heading, a table under it, or a column
 */
export function lifecycleRows(page: string, surface: SurfaceId, heading: string): Rows {
  const sections = sectionsOf(page);
  const own = sections.filter(({ title }) => headingIs(title, heading));
  if (own.length === 0) throw new UnreadablePageError(`the heading '${heading}' is missing`);
  if (!own.some(({ tables }) => tables.some(({ rows }) => rows.length > 0)))
    throw new UnreadablePageError(`there is no table under the heading '${heading}'`);
  const read = sections.map((section) => ({ section, rows: sectionRows(section, surface) }));
  if (!read.some(({ section, rows }) => own.includes(section) && rows.claims.length > 0))
    throw new UnreadablePageError(`no row under the heading '${heading}' has a Veo model ID`);
  return {
    claims: withoutTwins(read.flatMap(({ rows }) => rows.claims)),
    unread: read.flatMap(({ rows }) => rows.unread),
  };
}

/** A retired row may stand in two tables of a page; when they disagree, nobody knows which one is true. */
function withoutTwins(claims: readonly LifecycleClaim[]): readonly LifecycleClaim[] {
  const first = new Map<string, LifecycleClaim>();
  for (const claim of claims) {
    const other = first.get(claim.model);
    if (other === undefined) first.set(claim.model, claim);
    else if (JSON.stringify(other.shutdown) !== JSON.stringify(claim.shutdown))
      throw new UnreadablePageError(`it lists ${claim.model} twice with different days`);
  }
  return [...first.values()];
}

const headingIs = (title: string, heading: string): boolean =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, '')
    .trim() === heading.toLowerCase();

function sectionRows({ title, tables }: Section, surface: SurfaceId): Rows {
  const read = tables.map((table) => tableRows(table, title, surface));
  return {
    claims: read.flatMap(({ claims }) => claims),
    unread: read.flatMap(({ unread }) => unread),
  };
}

/** Other tables are about other models, and their rows are none that could not be read. */
const IS_OURS = /\b(?:veo|omni)\b/i;

function tableRows(table: Table, title: string, surface: SurfaceId): Rows {
  const idColumn = Math.max(columnsOf(table.header).model, 0);
  if (!table.rows.some((row) => rowModels(row[idColumn] ?? EMPTY).length > 0))
    return { claims: [], unread: [] };
  const columns = neededColumns(table.header, title);
  const claims: LifecycleClaim[] = [];
  const unread: Unread[] = [];
  let stage: Stage | undefined;
  for (const row of table.rows) {
    const first = row[columns.model] ?? EMPTY;
    const models = rowModels(first);
    if (models.length > 0 && first.text.includes(STRUCK)) {
      unread.push(unreadRow(row, title, 'its model ID is struck out'));
      continue;
    }
    claims.push(...models.map((model) => claimOf(model, row, columns, stage, surface)));
    if (models.length > 0) continue;
    // A row with nothing but words parts the rows below it from those above.
    if (row.every((cell) => cell === first || cell.text === '')) stage = stageOf(first.text) ?? stage;
    else if (IS_OURS.test(title)) unread.push(unreadRow(row, title, 'no model ID can be read in it'));
  }
  return { claims, unread };
}

const unreadRow = (row: readonly Cell[], title: string, why: string): Unread => ({
  what: `a row under '${title}'`,
  said: row.map(({ text }) => text).join(' | '),
  why,
});

const EMPTY: Cell = { text: '', codes: [] };

function stageOf(words: string): Stage | undefined {
  if (/preview/i.test(words)) return 'preview';
  if (/experiment/i.test(words)) return 'experimental';
  return /stable|\bga\b|general/i.test(words) ? 'ga' : undefined;
}

function claimOf(
  model: string,
  row: readonly Cell[],
  columns: Columns,
  stage: Stage | undefined,
  surface: SurfaceId,
): LifecycleClaim {
  const cell = (column: number): Cell => row[column] ?? EMPTY;
  const replacement = cell(columns.replacement);
  return {
    kind: 'lifecycle',
    model,
    surface,
    stage: stage ?? stageOfId(model),
    released: columns.released < 0 ? undefined : wordedDay(cell(columns.released).text),
    shutdown: wordedDay(cell(columns.shutdown).text),
    replacement: columns.replacement < 0 ? undefined : namedModels(replacement),
  };
}
