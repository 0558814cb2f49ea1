// Makes routes: from a scalar that holds exactly one model ID, with what the format knows around it.
import { hostOf } from '../../detect/places.ts';
import type { SurfaceClaim } from '../../detect/surface.ts';
import { surfaceOfHost } from '../../detect/surface.ts';
import type { Reference } from '../../detect/types.ts';
import type { Place, Route } from '../types.ts';
import { NO_PARAMETERS, placeOf, type ReadParameters } from './stated.ts';
import { entry, type Node, type Scalar, scalar, textOf } from './tree.ts';
import type { ConfigRoute, ConfigSource, NamedPlace } from './types.ts';

/** The references inside a place, by position. */
export function referencesIn(source: ConfigSource, { start, end }: Place): readonly Reference[] {
  const all = source.references;
  let low = 0;
  for (let high = all.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: Reference[] = [];
  for (let each = all[low]; each !== undefined && each.start < end; each = all[++low]) {
    if (each.end <= end) found.push(each);
  }
  return found;
}

/** The one model ID that a value is (with a prefix, at most), or null. */
export function modelOf(source: ConfigSource, value: Scalar | undefined): Reference | null {
  const [only, ...more] = value === undefined ? [] : referencesIn(source, value);
  return only === undefined || more.length > 0 ? null : only;
}

export interface RouteParts
  extends Partial<Omit<ConfigRoute, 'model' | 'reference' | 'entry' | 'start' | 'end'>> {
  readonly reference: Reference;
  /** The whole entry. */
  readonly entry: Place;
  readonly read?: ReadParameters;
  /** What the format knows of the surface; it counts where it is known. */
  readonly claim?: SurfaceClaim | null;
}

/**
 * A route at its model ID; where an anchor or a merge brings the ID from elsewhere, at its entry. `name` and the
 * like stay as given.
 */
export function makeRoute({ reference, entry: whole, read, claim, ...parts }: RouteParts): ConfigRoute {
  const inside = reference.start >= whole.start && reference.end <= whole.end;
  const place = inside ? placeOf(reference) : placeOf(whole);
  const surface = surfaceFor(reference, claim ?? null);
  return {
    name: null,
    modelFrom: 'literal',
    alternatives: [],
    shape: 'config',
    ...NO_PARAMETERS,
    ...read?.parameters,
    places: { ...(inside ? { model: placeOf(reference) } : {}), ...read?.places },
    namePlace: null,
    aliases: [],
    fallbacks: [],
    retries: [],
    timeoutSeconds: null,
    requestsPerMinute: null,
    concurrency: null,
    prices: [],
    door: '',
    sameName: 'separate',
    ...parts,
    ...surface,
    model: reference.id,
    reference,
    entry: placeOf(whole),
    ...place,
  };
}

/** The ID's own prefix or URL counts most; a format's word beats what the bare ID alone suggests. */
function surfaceFor(
  reference: Reference,
  claim: SurfaceClaim | null,
): Pick<Route, 'surface' | 'surfaceEvidence'> {
  const byId = reference.surfaceEvidence === null || reference.surfaceEvidence.kind === 'only-surface';
  if (claim !== null && claim.surface !== 'unknown' && byId) {
    return { surface: claim.surface, surfaceEvidence: claim.evidence };
  }
  return { surface: reference.surface, surfaceEvidence: reference.surfaceEvidence };
}

/** The names that mean Google's own surfaces as providers, whatever the gateway. */
export function surfaceOfProvider(provider: string | undefined): SurfaceClaim | null {
  if (provider === undefined) return null;
  const name = provider
    .toLowerCase()
    .replace(/^@/, '')
    .replace(/[\s_.]/g, '-');
  if (/vertex|gcp-?vertex|agent-platform/.test(name))
    return { surface: 'vertex-ai', evidence: { kind: 'provider', detail: provider } };
  if (
    /^(?:google|gemini|google-ai|googleai|google-ai-studio|google-gemini|google-generative-ai)$/.test(name)
  ) {
    return { surface: 'gemini-api', evidence: { kind: 'provider', detail: provider } };
  }
  return null;
}

/** The surface that answers at the host of a URL, or `unknown` for a base URL of one's own. */
export function surfaceOfUrl(source: ConfigSource, url: string | undefined): SurfaceClaim | null {
  const host = url === undefined ? null : hostOf(`${url}/`);
  const surface = host === null ? undefined : surfaceOfHost(source.catalog, host);
  return surface === undefined || host === null
    ? null
    : { surface: surface.id, evidence: { kind: 'host', detail: host } };
}

/** A scalar as a name with its place. */
export function named(node: Node | undefined): NamedPlace | null {
  const found = scalar(node);
  const name = textOf(node);
  return found === undefined || name === undefined ? null : { name, ...placeOf(found) };
}

/** The name and place of the first of several keys. */
export function namedBy(node: Node | undefined, ...keys: readonly string[]): NamedPlace | null {
  return named(entry(node, ...keys)?.value);
}
