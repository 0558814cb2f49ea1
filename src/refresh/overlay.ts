// Facts that a workspace accepted after the release of the program: whole rows, which stand in for those of the catalog
// until the catalog has been checked later than they were.

import type { Catalog } from '../catalog/catalog.ts';
import { createCatalog } from '../catalog/catalog.ts';
import { laterOf } from '../catalog/days.ts';
import { grouped } from '../catalog/grouped.ts';
import { citations } from '../catalog/integrity.ts';
import type { CatalogData, Day, Model, ModelOnSurface, PriceRow, Source } from '../catalog/types.ts';

export const OVERLAY_SCHEMA = 'veo-route-audit/catalog-overlay/1';
/** Its name among the records of the catalog. */
export const OVERLAY_NAME = 'overlay.json';

/** The file's facts do not count. The message is a clause that says why. */
export class InvalidOverlayError extends Error {}

/** The file's content. A price row stands with every other row of its model and surface. */
export interface CatalogOverlay {
  readonly schema: typeof OVERLAY_SCHEMA;
  /** The day of the newest row. */
  readonly checkedOn: Day;
  /** The day on which every list of models was read; null where not all were. */
  readonly listsReadOn: Day | null;
  readonly sources: Readonly<Record<string, Source>>;
  readonly models: readonly Model[];
  readonly prices: readonly PriceRow[];
}

/** What a workspace has to keep so that the bundled facts become the accepted ones; null where they are the same. */
export function overlayBetween(
  bundled: CatalogData,
  accepted: CatalogData,
  listsReadOn: Day | null,
): CatalogOverlay | null {
  const models = accepted.models.flatMap((model) => {
    const known = bundled.models.find(({ id }) => id === model.id);
    const changed = Object.entries(model.surfaces).filter(([id, row]) => !isEqual(row, known?.surfaces[id]));
    return changed.length === 0 ? [] : [{ ...model, surfaces: Object.fromEntries(changed) }];
  });
  const groups = priceGroups(accepted.prices);
  const known = priceGroups(bundled.prices);
  const prices = [...groups].flatMap(([key, rows]) => (isEqual(rows, known.get(key)) ? [] : rows));
  if (models.length === 0 && prices.length === 0) return null;
  const cited = new Set(
    [...models.flatMap(({ surfaces }) => Object.values(surfaces)), ...prices].flatMap(citedBy),
  );
  // A later release may drop a source that these rows cite.
  const sources = Object.fromEntries(Object.entries(accepted.sources).filter(([key]) => cited.has(key)));
  return {
    schema: OVERLAY_SCHEMA,
    checkedOn: accepted.checkedOn,
    listsReadOn,
    sources,
    models,
    prices,
  };
}

const citedBy = (row: ModelOnSurface | PriceRow): readonly string[] => [
  ...row.sources,
  ...('seen' in row ? (row.seen ?? []).map(({ source }) => source) : []),
];

/** The facts with those of a workspace. Where both have a row, the one that was checked later counts. */
export function overlaid(bundled: CatalogData, overlay: CatalogOverlay): CatalogData {
  const models = overlay.models.reduce<readonly Model[]>(withModel, bundled.models);
  const prices = withPrices(bundled.prices, overlay.prices);
  return settled({
    ...bundled,
    checkedOn: laterOf(bundled.checkedOn, overlay.checkedOn),
    models,
    prices,
    sources: { ...overlay.sources, ...bundled.sources },
  });
}

/**
 * The facts with all that follows from newer rows: prices end with their model, a row whose replacement is gone says so,
 * and a source that only a replaced row has cited goes.
 */
export function settled(data: CatalogData): CatalogData {
  const prices = data.prices.flatMap((row) => priceUntil(row, endIn(data, row.model, row.surface)));
  const models = data.models.map((model) => ({
    ...model,
    surfaces: Object.fromEntries(
      Object.entries(model.surfaces).map(([surface, row]) => [surface, withEndSaid(data, surface, row)]),
    ),
  }));
  const cited = new Set(citations({ ...data, prices, models }).flatMap(({ sources }) => sources));
  const kept = Object.entries(data.sources).filter(
    ([key, source]) => cited.has(key) || source.kept !== undefined,
  );
  return { ...data, prices, models, sources: Object.fromEntries(kept) };
}

function endIn(data: CatalogData, model: string, surface: string): Day | null {
  const shutdown = data.models.find(({ id }) => id === model)?.surfaces[surface]?.shutdown;
  return shutdown?.kind === 'fixed' ? shutdown.day : null;
}

function priceUntil(row: PriceRow, end: Day | null): readonly PriceRow[] {
  if (end === null || (row.to !== null && row.to <= end)) return [row];
  return row.from !== null && row.from > end ? [] : [{ ...row, to: end }];
}

function withEndSaid(data: CatalogData, surface: string, row: ModelOnSurface): ModelOnSurface {
  const end = row.replacement === null ? null : endIn(data, row.replacement.model, surface);
  if (end === null || end > data.checkedOn || row.note.includes(end)) return row;
  return { ...row, note: `${row.note} The named replacement was itself shut down on ${end}.`.trim() };
}

/**
 * The catalog of a workspace with facts of its own. They were checked on the day on which all lists of models were read:
 * one price that somebody accepted makes no dates younger.
 */
export function withOverlay(catalog: Catalog, overlay: CatalogOverlay): Catalog {
  const data = overlaid(catalog.data, overlay);
  const { version, checkedOn } = catalog.data;
  return createCatalog({
    ...data,
    version: `${version}+${overlay.checkedOn}`,
    checkedOn: laterOf(checkedOn, overlay.listsReadOn ?? checkedOn),
  });
}

function withModel(models: readonly Model[], own: Model): readonly Model[] {
  const known = models.find(({ id }) => id === own.id);
  if (known === undefined) return [...models, own];
  const newer = Object.entries(own.surfaces).filter(([surface, row]) => {
    const there = known.surfaces[surface];
    return there === undefined || row.checkedOn >= there.checkedOn;
  });
  const merged = { ...known, surfaces: { ...known.surfaces, ...Object.fromEntries(newer) } };
  return models.map((model) => (model === known ? merged : model));
}

function withPrices(bundled: readonly PriceRow[], own: readonly PriceRow[]): readonly PriceRow[] {
  const known = priceGroups(bundled);
  const groups = [...priceGroups(own)].filter(
    ([key, rows]) => newestOf(rows) >= newestOf(known.get(key) ?? []),
  );
  const replaced = new Map(groups);
  return [
    ...[...known].flatMap(([key, rows]) => replaced.get(key) ?? rows),
    ...groups.flatMap(([key, rows]) => (known.has(key) ? [] : rows)),
  ];
}

const newestOf = (rows: readonly PriceRow[]): Day =>
  rows.reduce((newest, { checkedOn }) => laterOf(newest, checkedOn), '');

const priceGroups = (rows: readonly PriceRow[]): ReadonlyMap<string, readonly PriceRow[]> =>
  grouped(rows, ({ surface, model }) => `${surface}\n${model}`);

/** Rows are plain data, and the keys of each come in one order: that of the schema, or of the row they were made from. */
function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(sortedKeys(a)) === JSON.stringify(sortedKeys(b));
}

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortedKeys(inner)]),
  );
}
