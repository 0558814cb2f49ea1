// What the catalog knows a route's model as: a router's prefix names the Google surface behind it.
import type { Catalog } from '../catalog/catalog.ts';
import type { SurfaceId } from '../catalog/types.ts';

export interface Target {
  readonly surface: SurfaceId;
  readonly model: string;
}

/**
 * The surface and ID to ask the catalog for. `vertex_ai/veo-…` on any gateway is that ID on `vertex-ai`;
 * everything else stays as it is.
 */
export function targetOf(catalog: Catalog, surface: SurfaceId, model: string): Target {
  if (catalog.model(model) !== undefined) return { surface, model };
  for (const { id, kind, prefixes, barePrefixes } of catalog.surfaces) {
    const prefix = [...prefixes, ...barePrefixes].find((start) => model.startsWith(start));
    const rest = prefix === undefined ? '' : model.slice(prefix.length);
    if (kind === 'google' && catalog.model(rest) !== undefined) return { surface: id, model: rest };
  }
  return { surface, model };
}
