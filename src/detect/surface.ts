// Which surface a reference names by itself: its URL, its prefix, its spelling. Without evidence: unknown.

import type { Catalog, NamedGateway } from '../catalog/catalog.ts';
import type { Surface, SurfaceId } from '../catalog/types.ts';
import type { SurfaceEvidence } from './evidence.ts';
import { hostOf } from './places.ts';

/** A surface and what shows it, or `unknown` without. */
export interface SurfaceClaim {
  readonly surface: SurfaceId;
  readonly evidence: SurfaceEvidence | null;
}

export const UNKNOWN_SURFACE: SurfaceClaim = { surface: 'unknown', evidence: null };

function hostMatches(pattern: string, host: string): boolean {
  const suffix = pattern.startsWith('*') ? pattern.slice(1) : null;
  return suffix === null ? host === pattern || host.endsWith(`.${pattern}`) : host.endsWith(suffix);
}

/** The surface that answers at a host; undefined where the catalog knows none. */
export function surfaceOfHost(catalog: Catalog, host: string): Surface | undefined {
  const bare = host.toLowerCase();
  return catalog.data.surfaces.find((surface) => surface.hosts.some((pattern) => hostMatches(pattern, bare)));
}

/** The surface whose prefix ends `before` (`vertex_ai/`, `publishers/google/models/`), the longest one first. */
export function surfaceOfPrefix(
  catalog: Catalog,
  before: string,
): { surface: Surface; prefix: string } | undefined {
  let best: { surface: Surface; prefix: string } | undefined;
  for (const surface of catalog.data.surfaces) {
    for (const prefix of surface.prefixes) {
      const boundary = before[before.length - prefix.length - 1] ?? '/';
      if (before.endsWith(prefix) && !/[\w-]/.test(boundary) && prefix.length > (best?.prefix.length ?? 0)) {
        best = { surface, prefix };
      }
    }
    if (best === undefined && surface.barePrefixes.includes(before)) best = { surface, prefix: before };
  }
  return best;
}

/** Whether the path of a resource of Google's is all that names a surface: a proxy may have it, too. */
export const isResourcePath = (evidence: SurfaceEvidence | null): boolean =>
  evidence?.kind === 'prefix' && isResourcePrefix(evidence.detail);

const isResourcePrefix = (prefix: string): boolean => prefix.startsWith('publishers/');

/** A surface named by a segment further left (`gateway.ai.cloudflare.com/…/google-vertex-ai/v1/…/models/`). */
function surfaceOfSegment(
  catalog: Catalog,
  before: string,
): { surface: Surface; prefix: string } | undefined {
  for (const surface of catalog.data.surfaces.filter((candidate) => candidate.kind === 'google')) {
    const prefix = surface.prefixes.find((segment) => before.includes(`/${segment}`));
    if (prefix !== undefined) return { surface, prefix };
  }
  return undefined;
}

/** The one Google surface that ever served a model; null where there were several. */
function onlySurface(catalog: Catalog, model: string): Surface | undefined {
  const ids = Object.keys(catalog.model(model)?.surfaces ?? {});
  return ids.length === 1 && ids[0] !== undefined ? catalog.surface(ids[0]) : undefined;
}

/** Whether a path in front of Google's has parts that are no variables: somebody's proxy has them. */
const isOfProxy = (before: string): boolean =>
  !before.includes('googleapis.com') &&
  before.split('/').some((segment) => segment !== '' && !/[${}\uFFFC]/.test(segment));

/** The surface of a Google ID (released or not) behind the path `before`. */
export function surfaceOfId(
  catalog: Catalog,
  before: string,
  model: string | null,
  gateways: readonly NamedGateway[] = [],
): SurfaceClaim {
  const host = hostOf(before);
  const hosted = host === null ? undefined : surfaceOfHost(catalog, host);
  // At a host of nobody known, or of nobody seen, only what stands right before the ID says whose it is; Google's own
  // resource path says there what is passed on, not to whom.
  const named =
    surfaceOfPrefix(catalog, before) ??
    (hosted !== undefined ? surfaceOfSegment(catalog, before) : undefined);
  const isForeign = host !== null && hosted === undefined && /^[\w.-]+$/.test(host);
  if (isForeign && named !== undefined && isResourcePrefix(named.prefix)) return UNKNOWN_SURFACE;
  if (named?.surface.kind === 'google')
    return { surface: named.surface.id, evidence: { kind: 'prefix', detail: named.prefix } };
  if (hosted !== undefined && host !== null)
    return { surface: hosted.id, evidence: { kind: 'host', detail: host } };
  if (host !== null) return UNKNOWN_SURFACE;
  const path = /(?:^|\/)v1(?:beta|alpha)\/models\/$/.exec(before);
  if (path !== null && isOfProxy(before.slice(0, path.index))) return UNKNOWN_SURFACE;
  if (path !== null && catalog.surface('gemini-api')) {
    return {
      surface: 'gemini-api',
      evidence: { kind: 'path', detail: before.slice(before.lastIndexOf('v1')) },
    };
  }
  if (/[^/]\/$/.test(before) && !/(?:^|\/)models\/$/.test(before)) return UNKNOWN_SURFACE;
  // A gateway may keep one of Google's names for what it sends under another.
  const kept = model === null || before !== '' ? UNKNOWN_SURFACE : namedGateway(catalog, model, gateways);
  if (kept.surface !== 'unknown') return kept;
  const only = model === null ? undefined : onlySurface(catalog, model);
  return only === undefined || model === null
    ? UNKNOWN_SURFACE
    : { surface: only.id, evidence: { kind: 'only-surface', detail: model } };
}

/** The surface of a gateway's spelling: its prefix, its URL, or the one gateway of that spelling whose host the text names. */
export function surfaceOfAlias(
  catalog: Catalog,
  before: string,
  spelling: string,
  named: readonly NamedGateway[],
): SurfaceClaim {
  const prefixed = catalog.data.surfaces.find((surface) =>
    surface.prefixes.some((prefix) => spelling.startsWith(prefix)),
  );
  if (prefixed !== undefined)
    return { surface: prefixed.id, evidence: { kind: 'spelling', detail: spelling } };
  const routed = surfaceOfPrefix(catalog, before);
  if (routed?.surface.kind === 'gateway')
    return { surface: routed.surface.id, evidence: { kind: 'prefix', detail: routed.prefix } };
  const host = hostOf(before);
  const hosted = host === null ? undefined : surfaceOfHost(catalog, host);
  if (hosted !== undefined && host !== null)
    return { surface: hosted.id, evidence: { kind: 'host', detail: host } };
  return namedGateway(catalog, spelling, named);
}

/** The one gateway with a row for a spelling whose host the text names. */
function namedGateway(catalog: Catalog, spelling: string, named: readonly NamedGateway[]): SurfaceClaim {
  const rows = new Set(catalog.aliases(spelling).map((alias) => alias.surface));
  const fitting = named.filter(({ surface }) => rows.has(surface));
  const [first] = fitting;
  if (first === undefined || fitting.some(({ surface }) => surface !== first.surface)) return UNKNOWN_SURFACE;
  return { surface: first.surface, evidence: { kind: 'host-in-file', detail: first.host } };
}
