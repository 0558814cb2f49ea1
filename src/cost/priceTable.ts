// The price list of a model for people: one row a surface, resolution and audio, with its interval and source.
import type { Catalog } from '../catalog/catalog.ts';
import { isEndedByGoogle } from '../catalog/lifecycle.ts';
import { holdsOn, spannedSurfaces } from '../catalog/price.ts';
import type { Day, PriceRow, SurfaceId } from '../catalog/types.ts';

export interface PriceTableRow extends PriceRow {
  readonly surfaceName: string;
  /** False where the row is the last known price and no longer holds. */
  readonly holds: boolean;
}

/**
 * The prices of a canonical ID or a gateway's spelling on a day, in the order of the catalog: those that hold,
 * and for a surface where none does the last ones that did, marked. On `unknown` those of every Google surface
 * of the ID. A shut-down model has no price that holds.
 */
export function priceTable(
  catalog: Catalog,
  model: string,
  surface: SurfaceId,
  asOf: Day,
): readonly PriceTableRow[] {
  return spannedSurfaces(catalog, model, surface).flatMap((id) => {
    const current = currentPrices(catalog, model, id, asOf);
    const rows = current.length > 0 ? current : lastPrices(catalog, model, id, asOf);
    return rows.map((row) => ({
      ...row,
      surfaceName: catalog.surface(id)?.name ?? id,
      holds: current.length > 0,
    }));
  });
}

/** The rows that hold on a day on one surface; none where the model is shut down there. */
export function currentPrices(
  catalog: Catalog,
  model: string,
  surface: SurfaceId,
  asOf: Day,
): readonly PriceRow[] {
  if (isEndedByGoogle(catalog, model, surface, asOf)) return [];
  return catalog.priceRows(model, surface).filter((row) => holdsOn(row, asOf));
}

/** The rows that held last, up to a day on which none does any more. */
export function lastPrices(
  catalog: Catalog,
  model: string,
  surface: SurfaceId,
  asOf: Day,
): readonly PriceRow[] {
  const begun = catalog.priceRows(model, surface).filter((row) => row.from === null || row.from <= asOf);
  const lastDay = begun
    .map((row) => row.to ?? asOf)
    .toSorted()
    .at(-1);
  return begun.filter((row) => (row.to ?? asOf) === lastDay);
}
