// The `--surface` option.
import type { Catalog } from '../catalog/catalog.ts';
import type { SurfaceId } from '../catalog/types.ts';
import { googleSurfaceMeant } from '../contracts/surfaceNames.ts';
import { nearest } from './arguments.ts';
import { UsageError } from './context.ts';

/** The surface that `--surface` names; `unknown` without it. @throws UsageError that names the nearest one */
export function surfaceOption(value: string | undefined, catalog: Catalog): SurfaceId {
  if (value === undefined) return 'unknown';
  const surfaces = ['unknown', ...catalog.data.surfaces.map((surface) => surface.id)];
  const surface = surfaces.find((id) => id === value);
  if (surface !== undefined) return surface;
  const near = googleSurfaceMeant(value) ?? nearest(value.toLowerCase(), surfaces);
  // There are more gateways than anybody reads in an error.
  const advice =
    near === undefined
      ? 'name gemini-api, vertex-ai or a gateway, such as openrouter.'
      : `did you mean ${near}?`;
  throw new UsageError(`--surface knows no "${value}"; ${advice}`);
}
