// Which prices hold on a day.
import type { Catalog } from './catalog.ts';
import type { Day, PriceRow, SurfaceId } from './types.ts';

/**
 * The price rows of a canonical ID or a gateway's spelling that hold on a day, in the order of the catalog.
 * On `unknown` those of every Google surface of the ID (each row names its surface). On a gateway only its
 * own rows: what Google takes is no evidence of what a gateway takes. Rows of any unit are returned.
 */
export function pricesOn(catalog: Catalog, model: string, surface: SurfaceId, day: Day): readonly PriceRow[] {
  return spannedSurfaces(catalog, model, surface)
    .flatMap((id) => catalog.priceRows(model, id))
    .filter((row) => holdsOn(row, day));
}

/** The surfaces that a question is about: on `unknown` every Google surface of a canonical ID. */
export const spannedSurfaces = (catalog: Catalog, model: string, surface: SurfaceId): readonly SurfaceId[] =>
  surface === 'unknown' ? Object.keys(catalog.model(model)?.surfaces ?? {}) : [surface];

/** Whether a price holds on a day. Both ends of its interval are included. */
export function holdsOn(row: PriceRow, day: Day): boolean {
  return (row.from === null || row.from <= day) && (row.to === null || day <= row.to);
}
