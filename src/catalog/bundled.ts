// The catalog that travels with the program.
import { type Catalog, createCatalog } from './catalog.ts';
import type { CatalogData } from './types.ts';
import data from './veo.generated.json' with { type: 'json' };

/**
 * The bundled catalog. Each call builds its indexes anew: call it once and hand the result on.
 * The JSON is written from the checked YAML by `scripts/build-catalog.mjs`, so it is not checked again.
 */
export function bundledCatalog(): Catalog {
  const checked: unknown = data;
  return createCatalog(checked as CatalogData);
}
