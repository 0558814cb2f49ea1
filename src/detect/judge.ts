// Judges a candidate by its surroundings: is this ID used or spoken of here, and how is it spelled in full?
import type { Catalog } from '../catalog/catalog.ts';
import type { Candidate } from './candidates.ts';
import { keyBefore } from './keyBefore.ts';
import { meaningOf } from './keyMeaning.ts';
import { type Path, pathAround } from './path.ts';
import { hostOf, isFileName, isFolderPath, isImport, isManifest, isPage, isPartialTest } from './places.ts';
import { isQuoted } from './quotes.ts';
import { areVendors, type Slug, slugAround } from './slug.ts';
import type { Strength } from './spelling.ts';
import { surfaceOfHost, surfaceOfPrefix } from './surface.ts';
import type { ReferenceKind } from './types.ts';
import { isUsedAsModel, type Surroundings } from './usage.ts';
import { API_HOST } from './vocabulary/places.ts';

/** A candidate in its part of a document. */
export interface Setting extends Surroundings {
  readonly catalog: Catalog;
}

/** What a candidate turned out to be. Offsets are those of the part's text; `before` is the path in front of it. */
export interface Verdict {
  readonly start: number;
  readonly end: number;
  readonly kind: ReferenceKind;
  readonly before: string;
}

/** The verdict on a candidate; null where the text does not use it as a model ID. */
export function judge(candidate: Candidate, setting: Setting): Verdict | null {
  const path = pathAround(setting.text, candidate.start, candidate.end);
  return candidate.spelling.kind === 'alias'
    ? judgeAlias(candidate, path, setting)
    : judgeGoogleId(candidate, path, setting);
}

/** Google's IDs count wherever a text names them; those it never released where they read as an ID. */
function judgeGoogleId(candidate: Candidate, path: Path, setting: Setting): Verdict | null {
  if (!isPlaceOfId(candidate, path, setting)) return null;
  const { start, end, spelling } = candidate;
  const kind = spelling.kind === 'official' ? 'official' : 'unknown';
  const verdict: Verdict = { start, end, kind, before: path.before };
  if (spelling.strength === 'certain' || hasGooglePrefix(path.before, setting.catalog)) return verdict;
  return isLiteralOfModel(start - path.beforeLength, end, path.before, spelling.strength, setting)
    ? verdict
    : null;
}

const hasGooglePrefix = (before: string, catalog: Catalog): boolean =>
  surfaceOfPrefix(catalog, before)?.surface.kind === 'google' || /(?:^|\/)models\/$/.test(before);

/** Whether a Google ID stands where IDs stand, and is no file, page, folder or package. */
function isPlaceOfId(candidate: Candidate, path: Path, setting: Setting): boolean {
  if (isFileName(path) || isPage(path)) return false;
  const isProgram = setting.role === 'code' || setting.role === 'config';
  if (isProgram && isImport(setting.text, candidate.start - path.beforeLength)) return false;
  // `@scope/veo-…` is a package, unless a gateway's route to a provider stands behind a model key.
  if (/^@[\w-]+\/$/.test(path.before))
    return meaningOf(keyBefore(setting.text, candidate.start - path.beforeLength)) === 'model';
  const next = /^\/([\w-]*)/.exec(path.after)?.[1];
  const goesOn = next !== undefined && next !== '' && !/^(?:operations|veo)/.test(next);
  if (hostOf(path.before) !== null || /^:[A-Za-z$]/.test(path.after)) return true;
  if (goesOn && path.before !== '' && !hasGooglePrefix(path.before, setting.catalog)) return false;
  return !isFolderPath(path) || /\/models\/$|^\/\//.test(path.before);
}

/** A gateway's spelling counts where it is used, or where its vendor and its place leave no other reading. */
function judgeAlias(candidate: Candidate, path: Path, setting: Setting): Verdict | null {
  const { text, catalog } = setting;
  const slug = slugAround(text, candidate.start, candidate.end, path);
  const { after } = pathAround(text, slug.start, slug.end);
  const google = !slug.headed && hasGooglePrefix(slug.before, catalog);
  const kind = google ? 'unknown' : 'alias';
  const verdict: Verdict = { start: slug.start, end: slug.end, kind, before: slug.before };
  if (isManifest(setting.path) || setting.language.id === 'css') return null;
  if (isFileName({ ...path, after })) return null;
  if (google && isResource(slug.before, after)) return verdict;
  const host = hostOf(path.before);
  if (host !== null) return isGatewayAddress(host, slug, path, catalog) ? verdict : null;
  if (after.startsWith('/') || isFolderPath({ ...path, before: slug.before || path.before })) return null;
  const start = slug.start - (path.beforeLength - (candidate.start - slug.start));
  if (isImport(text, start)) return null;
  if (slug.headed && isSlugMention(slug, setting)) return verdict;
  const strength = slug.headed ? 'full' : candidate.spelling.strength;
  return isLiteralOfModel(start, slug.end, slug.before, strength, setting) ? verdict : null;
}

/** Whether `[start, end)`, an ID with the routers `before` it, is used as a model ID. */
function isLiteralOfModel(
  start: number,
  end: number,
  before: string,
  strength: Strength,
  setting: Setting,
): boolean {
  const routed = !areVendors(before) && before !== 'models/';
  if (routed && !/^(?:[\w.-]+[:/]){1,2}$/.test(before)) return false;
  return isUsedAsModel({ start, end, strength, routed }, setting);
}

/** `publishers/google/models/veo-3.1:predict`, `…/v1beta/models/veo-3/operations/…`: what a request names. */
const isResource = (before: string, after: string): boolean =>
  /(?:publishers\/google|\/v1(?:beta\d?|alpha)?)\/models\/$/.test(before) &&
  /^(?:$|:[A-Za-z$]|\/operations)/.test(after);

/** `https://queue.fal.run/fal-ai/veo3/fast`: the address of a gateway, not a page about one. */
const isGatewayAddress = (host: string, slug: Slug, path: Path, catalog: Catalog): boolean =>
  slug.headed && !isPage(path) && (surfaceOfHost(catalog, host) !== undefined || API_HOST.test(host));

/** A full slug (`fal-ai/veo3.1/fast`) is an ID wherever it stands alone; `google/veo-3` in prose only as code. */
function isSlugMention(slug: Slug, setting: Setting): boolean {
  if (!areVendors(slug.before) && !/^[\w-]+\/$/.test(slug.before)) return false;
  const { text, role, catalog } = setting;
  if (isPartialTest(text, slug.start, slug.end)) return false;
  const spelled = text.slice(slug.start, slug.end);
  if (/^fal-ai/.test(spelled)) return true;
  const quoted = isQuoted(text, slug.start - slug.before.length, slug.end);
  if (slug.before !== '') return quoted || role === 'config';
  if (role === 'prose' || role === 'comment') return quoted;
  return catalog.aliases(spelled).length > 0 && !quoted;
}
