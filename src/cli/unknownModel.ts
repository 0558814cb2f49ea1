// What a command says of an ID that the catalog does not know.
import type { Catalog } from '../catalog/catalog.ts';
import { nearestModels } from '../catalog/nearest.ts';
import type { Day, SurfaceId } from '../catalog/types.ts';

/** One sentence, with the nearest IDs where there are any. */
export function unknownModel(spelling: string, surface: SurfaceId, catalog: Catalog, asOf: Day): string {
  const near = nearestModels(catalog, spelling, surface, asOf, 2).map(({ model }) => model);
  const advice = near.length === 0 ? 'see veo-audit catalog list' : `did you mean ${near.join(' or ')}`;
  return `The catalog has no model "${spelling}"; ${advice}${near.length === 0 ? '.' : '?'}`;
}
