// Where the sources differ from the catalog: one row for each thing that a person can accept or has to look at.
import { type Catalog, createCatalog } from '../catalog/catalog.ts';
import { integrityErrors } from '../catalog/integrity.ts';
import type { CatalogData } from '../catalog/types.ts';
import { applied } from './apply.ts';
import { confirmation, says } from './confirmation.ts';
import { lifecycleClaims, lifecycleDifferences } from './lifecycleDifference.ts';
import { newModel } from './newModel.ts';
import { priceDifferences } from './priceDifference.ts';
import type { Citation, CitedEdit, Difference, SourceReading } from './types.ts';
import { unreadRows, vanished } from './vanished.ts';

/** Every difference, in the order of the sources; of those that say the same the first one counts. */
export function differences(catalog: Catalog, readings: readonly SourceReading[]): readonly Difference[] {
  const additions = readings
    .flatMap((source) => newModels(catalog, source))
    .map((row) => withContradictions(catalog.data, row, readings));
  const known = createCatalog(applied(catalog.data, safeEdits(additions, readings)));
  const changes = (source: SourceReading) => [
    ...additions.filter((addition) => addition.source === source.reader.name),
    ...lifecycleDifferences(catalog, known, source),
    ...priceDifferences(catalog, source),
    ...vanished(catalog, source),
    ...unreadRows(source),
  ];
  const found = new Map(readings.map((source) => [source, changes(source)]));
  const everywhere = [...found.values()].flat();
  const rows = readings.flatMap((source) => [
    ...(found.get(source) ?? []),
    ...confirmation(catalog, source, everywhere),
  ]);
  return contested(firstOfEach(rows)).map((row) =>
    row.edit?.kind === 'model'
      ? row
      : withContradictions(known.data, keptElsewhere(catalog, row, readings), readings),
  );
}

function newModels(catalog: Catalog, source: SourceReading): readonly Difference[] {
  return lifecycleClaims(source)
    .filter(({ model, surface }) => catalog.model(model)?.surfaces[surface] === undefined)
    .map((claim) => newModel(catalog, claim, source));
}

const safeEdits = (rows: readonly Difference[], readings: readonly SourceReading[]): readonly CitedEdit[] =>
  rows.filter(isSafe).flatMap((row) => citedEdit(row, readings));

/** Whether a difference is accepted when a person asks for all that nothing speaks against. */
export const isSafe = ({ doubts, edit }: Difference): boolean => edit !== null && doubts.length === 0;

/** What accepting a difference does, with what it cites; nothing where there is nothing to accept. */
export function citedEdit(
  { edit, source }: Difference,
  readings: readonly SourceReading[],
): readonly CitedEdit[] {
  const from = readings.find(({ reader }) => reader.name === source);
  return edit === null || from === undefined ? [] : [{ edit, citation: citationOf(from) }];
}

function citationOf({ reader, day, saved }: SourceReading): Citation {
  const { title, url, evidence } = reader;
  const confidence = saved && evidence === 'official' ? 'official-copy' : evidence;
  const read = saved ? `a saved copy, taken as of ${day}` : `read on ${day}`;
  return { key: `${reader.key}-${day}`, source: { title, url, date: read, confidence }, day };
}

/** Two sources that say the same are one row: that of the first, which is the better one. */
function firstOfEach(rows: readonly Difference[]): readonly Difference[] {
  const key = ({ id, after }: Difference) => `${subjectOf(id)}\n${after}`;
  return rows.filter((row, index) => rows.findIndex((other) => key(other) === key(row)) === index);
}

/** What a row is about; a source's confirmation is about nothing that another one could contradict. */
const subjectOf = (id: string): string => (id.startsWith('checked:') ? id : id.slice(0, id.lastIndexOf('/')));

function contested(rows: readonly Difference[]): readonly Difference[] {
  return rows.map((row) => {
    const other = rows.find(
      (candidate) =>
        candidate !== row && candidate.edit !== null && subjectOf(candidate.id) === subjectOf(row.id),
    );
    if (other === undefined || (row.evidence === 'official' && other.evidence === 'third-party')) return row;
    return { ...row, doubts: [...row.doubts, `${other.source} says ${other.after}`] };
  });
}

/** A new shutdown date is doubted where another page of Google's still has the old one. */
function keptElsewhere(catalog: Catalog, row: Difference, readings: readonly SourceReading[]): Difference {
  const { edit } = row;
  if (edit?.kind !== 'facts' || edit.set.shutdown === undefined || row.evidence !== 'official') return row;
  const before = catalog.model(edit.model)?.surfaces[edit.surface]?.shutdown;
  const still = readings.filter(
    (source) =>
      source.reader.evidence === 'official' &&
      source.reader.name !== row.source &&
      lifecycleClaims(source).some(
        ({ model, surface, shutdown }) =>
          model === edit.model && surface === edit.surface && before !== undefined && says(shutdown, before),
      ),
  );
  const doubts = still.map(({ reader }) => `${reader.name} still says ${row.before}`);
  return { ...row, doubts: [...row.doubts, ...doubts] };
}

/** What would contradict the rest of the catalog cannot be accepted. */
function withContradictions(
  data: CatalogData,
  row: Difference,
  readings: readonly SourceReading[],
): Difference {
  if (row.edit === null) return row;
  const [error] = integrityErrors(applied(data, citedEdit(row, readings)));
  if (error === undefined) return row;
  return { ...row, edit: null, doubts: [...row.doubts, `it would contradict the catalog: ${error}`] };
}
