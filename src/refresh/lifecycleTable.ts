// Tables of model IDs with their days, as both of Google's pages have them: columns are found by their names.
import type { Stage, SurfaceId } from '../catalog/types.ts';
import { type Cell, type Section, sectionsOf, type Table } from './markdown.ts';
import { namedModels, rowModel, stageOfId } from './modelIds.ts';
import { type LifecycleClaim, UnreadablePageError } from './types.ts';
import { type WordedDay, wordedDay } from './wordedDay.ts';

const COLUMNS = {
  model: /\bmodel\b|\bagent\b/,
  released: /release|launch/,
  shutdown: /shut ?down|retire|discontinu|end of life|turn ?(?:ed )?off|sunset/,
  replacement: /replace|upgrade|successor|alternative|migrat/,
} as const;

type Columns = Readonly<Record<keyof typeof COLUMNS, number>>;

/**
 * The rows of every table of the page that speak of our models.
 * @throws UnreadablePageError where the page lacks the heading, a table under it, or a column
 */
export function lifecycleRows(page: string, surface: SurfaceId, heading: string): readonly LifecycleClaim[] {
  const sections = sectionsOf(page);
  const own = sections.filter(({ title }) => headingIs(title, heading));
  if (own.length === 0) throw new UnreadablePageError(`the heading '${heading}' is missing`);
  if (!own.some(({ tables }) => tables.some(({ rows }) => rows.length > 0)))
    throw new UnreadablePageError(`there is no table under the heading '${heading}'`);
  const claims = sections.flatMap((section) => sectionClaims(section, surface));
  if (!own.some((section) => sectionClaims(section, surface).length > 0))
    throw new UnreadablePageError(`no row under the heading '${heading}' has a Veo model ID`);
  return withoutTwins(claims);
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

function sectionClaims({ title, tables }: Section, surface: SurfaceId): readonly LifecycleClaim[] {
  return tables.flatMap((table) => tableClaims(table, title, surface));
}

function tableClaims(table: Table, title: string, surface: SurfaceId): readonly LifecycleClaim[] {
  const named = columnsOf(table.header);
  const idColumn = Math.max(named.model, 0);
  if (!table.rows.some((row) => row[idColumn] !== undefined && rowModel(row[idColumn]) !== null)) return [];
  const columns = required(named, title);
  let stage: Stage | undefined;
  return table.rows.flatMap((row) => {
    const first = row[columns.model] ?? EMPTY;
    const model = rowModel(first);
    if (model !== null) return [claimOf(model, row, columns, stage, surface)];
    // A row with nothing but words parts the rows below it from those above.
    if (row.every((cell) => cell === first || cell.text === '')) stage = stageOf(first.text) ?? stage;
    return [];
  });
}

const EMPTY: Cell = { text: '', codes: [] };

function columnsOf(header: readonly Cell[]): Columns {
  const names = header.map(({ text }) => text.toLowerCase());
  const at = (key: keyof typeof COLUMNS) => names.findIndex((name) => COLUMNS[key].test(name));
  const replacement = at('replacement');
  return {
    model: names.findIndex((name, index) => COLUMNS.model.test(name) && index !== replacement),
    released: at('released'),
    shutdown: at('shutdown'),
    replacement,
  };
}

function required(columns: Columns, title: string): Columns {
  const missing = (['model', 'shutdown'] as const).find((key) => columns[key] < 0);
  if (missing === undefined) return columns;
  const what = missing === 'model' ? 'the model ID' : 'the shutdown date';
  throw new UnreadablePageError(`the table under '${title}' has no column for ${what}`);
}

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
  return {
    kind: 'lifecycle',
    model,
    surface,
    stage: stage ?? stageOfId(model),
    released: dayIn(cell(columns.released)),
    shutdown: dayIn(cell(columns.shutdown)),
    replacement: namedModels(cell(columns.replacement)),
  };
}

const dayIn = ({ text }: Cell): WordedDay | undefined => (text === '' ? undefined : wordedDay(text));
