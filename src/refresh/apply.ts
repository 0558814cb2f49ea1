// What accepted differences make of the facts, with everything that follows from them: prices end with their model, and a
// row whose replacement is gone says so.
import { addDays, laterOf } from '../catalog/days.ts';
import { provedDay } from '../catalog/lifecycle.ts';
import type {
  CatalogData,
  Day,
  Model,
  ModelOnSurface,
  PriceRow,
  Provenance,
  SurfaceId,
} from '../catalog/types.ts';
import { settled } from './overlay.ts';
import type { Citation, CitedEdit, Edit } from './types.ts';

/** The facts with the edits, in their order. They may contradict each other: see `integrityErrors`. */
export function applied(data: CatalogData, edits: readonly CitedEdit[]): CatalogData {
  const changed = edits.reduce<CatalogData>((facts, edit) => withEdit(facts, edit), data);
  if (changed === data) return data;
  return settled({
    ...changed,
    checkedOn: laterOf(data.checkedOn, ...edits.map((edit) => edit.citation.day)),
  });
}

function withEdit(data: CatalogData, { edit, citation }: CitedEdit): CatalogData {
  const cited = { ...data, sources: { ...data.sources, [citation.key]: citation.source } };
  switch (edit.kind) {
    case 'facts':
      return withFacts(cited, edit, citation);
    case 'model':
      return withModel(cited, edit, citation);
    case 'price':
      return withPrice(cited, edit.price, citation);
    case 'checked':
      return edit.rows.reduce(
        (facts, row) =>
          withRow(facts, row.model, row.surface, (own) => ({ ...own, ...checked(own, citation) })),
        cited,
      );
  }
}

function withFacts(data: CatalogData, edit: Edit & { kind: 'facts' }, citation: Citation): CatalogData {
  const before = rowOf(data, edit.model, edit.surface);
  if (before === undefined) return data;
  const changed = withRow(data, edit.model, edit.surface, (row) => ({
    ...row,
    ...edit.set,
    ...checked(row, citation),
  }));
  const after = rowOf(changed, edit.model, edit.surface);
  return after === undefined ? changed : withExtendedPrices(changed, edit, endOf(before), endOf(after));
}

function withModel(data: CatalogData, edit: Edit & { kind: 'model' }, citation: Citation): CatalogData {
  const facts: ModelOnSurface = { ...edit.facts, ...provenance(citation) };
  const isKnown = data.models.some(({ id }) => id === edit.model.id);
  const models: readonly Model[] = isKnown
    ? data.models.map((model) =>
        model.id === edit.model.id
          ? { ...model, surfaces: { ...model.surfaces, [edit.surface]: facts } }
          : model,
      )
    : [...data.models, { ...edit.model, surfaces: { [edit.surface]: facts } }];
  return { ...data, models };
}

const rowOf = (data: CatalogData, model: string, surface: SurfaceId): ModelOnSurface | undefined =>
  data.models.find(({ id }) => id === model)?.surfaces[surface];

function withRow(
  data: CatalogData,
  model: string,
  surface: SurfaceId,
  change: (row: ModelOnSurface) => ModelOnSurface,
): CatalogData {
  const models = data.models.map((candidate) => {
    const row = candidate.id === model ? candidate.surfaces[surface] : undefined;
    return row === undefined
      ? candidate
      : { ...candidate, surfaces: { ...candidate.surfaces, [surface]: change(row) } };
  });
  return { ...data, models };
}

/** A price that ended with its model goes on until the new end. */
function withExtendedPrices(
  data: CatalogData,
  { model, surface }: Edit & { kind: 'facts' },
  was: Day | null,
  is: Day | null,
): CatalogData {
  if (was === null || was === is) return data;
  const prices = data.prices.map((row) =>
    row.model === model && row.surface === surface && row.to === was ? { ...row, to: is } : row,
  );
  return { ...data, prices };
}

const endOf = ({ shutdown }: ModelOnSurface): Day | null => (shutdown.kind === 'fixed' ? shutdown.day : null);

function withPrice(
  data: CatalogData,
  price: Pick<PriceRow, 'model' | 'surface' | 'resolution' | 'audio' | 'usd'>,
  citation: Citation,
): CatalogData {
  const facts = rowOf(data, price.model, price.surface);
  const released = facts === undefined ? null : provedDay(facts.released);
  const from = released === null ? citation.day : laterOf(released, citation.day);
  const own: PriceRow = {
    ...price,
    unit: 'second',
    from,
    to: facts === undefined ? null : endOf(facts),
    note: '',
    ...provenance(citation),
  };
  const last = data.prices.findLastIndex((row) => row.model === price.model && row.surface === price.surface);
  const at = last < 0 ? data.prices.length : last + 1;
  const before = data.prices
    .slice(0, at)
    .flatMap((row) => (isSamePrice(row, own) ? endedBefore(row, from) : [row]));
  return { ...data, prices: [...before, own, ...data.prices.slice(at)] };
}

const isSamePrice = (a: PriceRow, b: PriceRow): boolean =>
  a.model === b.model && a.surface === b.surface && a.resolution === b.resolution && a.audio === b.audio;

function endedBefore(row: PriceRow, from: Day): readonly PriceRow[] {
  if (row.to !== null && row.to < from) return [row];
  return row.from !== null && row.from >= from ? [] : [{ ...row, to: addDays(from, -1) }];
}

function provenance({ key, source, day }: Citation): Provenance {
  return { sources: [key], confidence: source.confidence, checkedOn: day };
}

/** A later reading of the same source takes the place of the earlier one. */
function checked(
  { sources, checkedOn }: Provenance,
  { key, day }: Citation,
): Pick<Provenance, 'sources' | 'checkedOn'> {
  const kept = sources.filter((other) => other !== key && !isReadingOf(other, prefixOf(key)));
  return { sources: [key, ...kept], checkedOn: laterOf(checkedOn, day) };
}

const prefixOf = (key: string): string => key.slice(0, -'-YYYY-MM-DD'.length);
const isReadingOf = (key: string, prefix: string): boolean =>
  key.startsWith(`${prefix}-`) && READ_ON.test(key) && prefixOf(key) === prefix;

/** The end of a key that a refresh has made. */
const READ_ON = /-\d{4}-\d{2}-\d{2}$/;
