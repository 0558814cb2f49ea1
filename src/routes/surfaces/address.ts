// The surface that an address names.
import type { Catalog } from '../../catalog/catalog.ts';
import { hostOf } from '../../detect/places.ts';
import { type SurfaceClaim, surfaceOfHost, surfaceOfId, UNKNOWN_SURFACE } from '../../detect/surface.ts';
import type { NamedModel } from '../models.ts';
import { flatten, HOLE, optionsOf, type Result } from '../values/result.ts';

/** The surface that an address names; `base` is what a client puts before it. */
export function surfaceOfAddress(
  catalog: Catalog,
  address: Result,
  base: string | null,
  model: NamedModel,
): SurfaceClaim {
  for (const option of optionsOf(address)) {
    const own = flatten(option) ?? '';
    const full =
      own.includes('://') || base === null ? own : `${base.replace(/\/$/, '')}/${own.replace(/^\//, '')}`;
    const host = hostOf(full.replaceAll(HOLE, '…'));
    const surface = host === null ? undefined : surfaceOfHost(catalog, host);
    if (surface !== undefined && host !== null)
      return { surface: surface.id, evidence: { kind: 'host', detail: host } };
    const before = full.slice(0, Math.max(0, full.indexOf(model.id ?? ':predictLongRunning')));
    const claim = surfaceOfId(catalog, before, null);
    if (claim.surface !== 'unknown') return claim;
    if (/aiplatform\.googleapis\.com/.test(full))
      return { surface: 'vertex-ai', evidence: { kind: 'host', detail: 'aiplatform.googleapis.com' } };
  }
  return UNKNOWN_SURFACE;
}

/** Every text in a value, at any depth. */
export function textsIn(value: Result, depth = 0): readonly string[] {
  if (depth > 5) return [];
  switch (value.kind) {
    case 'scalar':
      return typeof value.value === 'string' ? [value.value] : [];
    case 'text':
      return [flatten(value) ?? ''];
    case 'choice':
      return value.options.flatMap((option) => textsIn(option, depth + 1));
    case 'object':
      return [...value.entries.values()].flatMap((one) => textsIn(one, depth + 1));
    case 'list':
      return value.items.flatMap((one) => textsIn(one, depth + 1));
    default:
      return [];
  }
}

/** The base URL among some values; null where none is one. */
export function baseIn(values: Iterable<Result>): string | null {
  for (const value of values) {
    const found = textsIn(value).find((text) => /^https?:\/\/|googleapis\.com/.test(text));
    if (found !== undefined) return found;
  }
  return null;
}
