// The `--surface` option.
import type { Catalog } from '../catalog/catalog.ts';
import type { SurfaceId } from '../catalog/types.ts';
import { wordOption } from './arguments.ts';

/** The surface that `--surface` names; `unknown` without it. */
export function surfaceOption(value: string | undefined, catalog: Catalog): SurfaceId {
  return wordOption(
    value,
    '--surface',
    ['unknown', ...catalog.data.surfaces.map((surface) => surface.id)],
    'unknown',
  );
}
