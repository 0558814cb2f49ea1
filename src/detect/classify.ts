// Judges a candidate by its surroundings: is this ID used or spoken of here, and how is it spelled in full?
import type { Catalog } from '../catalog/catalog.ts';
import { keyBefore } from './keyBefore.ts';
import { meaningOf } from './keyMeaning.ts';
import { isRepeatedRemark } from './mention.ts';
import { type Path, pathAround } from './path.ts';
import {
  hostOf,
  isApiFolder,
  isFileName,
  isFolderPath,
  isImageName,
  isImport,
  isManifest,
  isPage,
  isPartialTest,
  isPattern,
} from './places.ts';
import { isQuoted } from './quotes.ts';
import { areVendors, type Slug, slugAround } from './slug.ts';
import type { Candidate, Strength } from './spelling.ts';
import { surfaceOfHost, surfaceOfPrefix } from './surface.ts';
import { isOwnTableName } from './tableName.ts';
import type { ReferenceKind } from './types.ts';
import { isRepeated, isUsedAsModel, isWordOfSentence, type Surroundings } from './usage.ts';
import { API_HOST } from './vocabulary/places.ts';

/** A candidate in its part of a document. */
export interface Setting extends Surroundings {
  /** Whether the text names a gateway anywhere: asked once, whatever the number of candidates. */
  readonly namesGateway: () => boolean;
}

/** What a candidate turned out to be. Offsets are those of the part's text; `before` is the path in front of it. */
export interface Verdict {
  readonly start: number;
  readonly end: number;
  readonly kind: ReferenceKind;
  readonly before: string;
}

/** The verdict on a candidate; null where the text does not use it as a model ID. */
export function classify(candidate: Candidate, setting: Setting): Verdict | null {
  const path = pathAround(setting.text, candidate.start, candidate.end);
  if (candidate.spelling.kind === 'alias' && candidate.spelling.strength === 'certain')
    return isFileName(path) || isPage(path) ? null : { ...candidate, kind: 'alias', before: path.before };
  if (candidate.spelling.kind !== 'official' && namesTable(candidate, setting)) return null;
  return candidate.spelling.kind === 'alias'
    ? classifyAlias(candidate, path, setting)
    : classifyGoogleId(candidate, path, setting);
}

const namesTable = ({ start, end }: Candidate, { text, language }: Setting): boolean =>
  isOwnTableName(text, start, end, language.id);

/** Google's IDs count wherever a text names them; those it never released where they read as an ID. */
function classifyGoogleId(candidate: Candidate, path: Path, setting: Setting): Verdict | null {
  if (!isPlaceOfId(candidate, path, setting)) return null;
  const { start, end, spelling } = candidate;
  if (spelling.kind === 'invented' && isGatewaysOwn(candidate, path, setting))
    return classifyAlias(candidate, path, setting);
  const kind = spelling.kind === 'official' ? 'official' : 'unknown';
  const verdict: Verdict = { start, end, kind, before: path.before };
  if (spelling.strength === 'certain' || hasGooglePrefix(path.before, setting.catalog)) return verdict;
  return isLiteralOfModel(start - path.beforeLength, end, path.before, spelling.strength, setting)
    ? verdict
    : null;
}

/** `google/veo-3-1-lite-generate-preview` where a gateway's host stands: its own spelling, not a slip in Google's. */
function isGatewaysOwn(candidate: Candidate, path: Path, setting: Setting): boolean {
  const { text, catalog, namesGateway } = setting;
  if (!slugAround(text, candidate.start, candidate.end, path).headed) return false;
  const host = hostOf(path.before);
  return host === null ? namesGateway() : surfaceOfHost(catalog, host)?.kind === 'gateway';
}

const hasGooglePrefix = (before: string, catalog: Catalog): boolean =>
  surfaceOfPrefix(catalog, before)?.surface.kind === 'google' || /(?:^|\/)models\/$/.test(before);

/** Whether a Google ID stands where IDs stand, and is no file, page, folder or package. */
function isPlaceOfId(candidate: Candidate, path: Path, setting: Setting): boolean {
  if (path.before === '/' && setting.role === 'code' && isPattern(setting.text, candidate)) return true;
  if (isFileName(path) || isPage(path) || isImageName(setting.text, candidate.start, path)) return false;
  const isProgram = setting.role === 'code' || setting.role === 'config';
  if (isProgram && isImport(setting.text, candidate.start - path.beforeLength, setting.language.id))
    return false;
  // `@scope/veo-…` is a package, unless a gateway's route to a provider stands behind a model key.
  if (/^@[\w-]+\/$/.test(path.before))
    return meaningOf(keyBefore(setting.text, candidate.start - path.beforeLength)) === 'model';
  const next = /^\/([\w-]*)/.exec(path.after)?.[1];
  const goesOn = next !== undefined && next !== '' && !/^(?:operations|veo)/.test(next);
  if (hostOf(path.before) !== null || /^:[A-Za-z$]/.test(path.after)) return true;
  if (goesOn && path.before !== '' && !hasGooglePrefix(path.before, setting.catalog)) return false;
  return (
    !isFolderPath(path) || /\/models\/$|^\/\//.test(path.before) || hasSurfacePrefix(path, setting.catalog)
  );
}

/** A surface's prefix says more than the slash in front of it (`/vertex_ai/veo-…`). */
const hasSurfacePrefix = (path: Path, catalog: Catalog): boolean =>
  path.before.startsWith('/') && surfaceOfPrefix(catalog, path.before) !== undefined;

/** A gateway's spelling counts where it is used, or where its vendor and its place leave no other reading. */
function classifyAlias(candidate: Candidate, path: Path, setting: Setting): Verdict | null {
  const { text, catalog } = setting;
  const slug = slugAround(text, candidate.start, candidate.end, path);
  const { after } = pathAround(text, slug.start, slug.end);
  const google = !slug.headed && hasGooglePrefix(slug.before, catalog);
  const kind = google ? 'unknown' : 'alias';
  const verdict: Verdict = { start: slug.start, end: slug.end, kind, before: slug.before };
  if (isManifest(setting.path) || setting.language.id === 'css') return null;
  if (isFileName({ ...path, after }) || isImageName(text, candidate.start, path)) return null;
  if (google && isResource(slug.before, after)) return verdict;
  const host = hostOf(path.before);
  if (host !== null) return isGatewayAddress(host, slug, path, setting) ? verdict : null;
  if (after.startsWith('/')) return null;
  const isFolder = isFolderPath({ ...path, before: slug.before || path.before });
  const isTask = slug.before === '/' && TASK_BEHIND.test(text.slice(slug.start, slug.end));
  if (isFolder && !isTask && !hasSurfacePrefix(path, catalog)) return null;
  const start = slug.start - (path.beforeLength - (candidate.start - slug.start));
  if (isImport(text, start, setting.language.id)) return null;
  // A page of a site may be called after the task, too: only a row of models makes it one.
  if (slug.headed && !isTask && isSlugMention(slug, setting)) return verdict;
  if (JOB_BEFORE.test(slug.before)) return verdict;
  const strength = slug.headed ? 'full' : strengthBehind(slug.before, candidate.spelling.strength, catalog);
  return isLiteralOfModel(start, slug.end, slug.before, strength, setting) ? verdict : null;
}

/** Behind a vendor's name (`leonardo/veo3`) even a version alone is no tool's and no page's. */
function strengthBehind(before: string, strength: Strength, catalog: Catalog): Strength {
  const isOfVendor = /^\w.*[:/]$/.test(before) && before !== 'models/' && areVendors(before, catalog);
  return isOfVendor && (strength === 'bare' || strength === 'slug') ? 'clear' : strength;
}

/** `e7c9abca-…-93494f2e:google/veo3`: a job of a gateway, named after its model. */
const JOB_BEFORE = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{8,12}:$/;

/** The verdict on a rejected spelling whose like the document uses as a model elsewhere; null where it is no value here. */
export function classifyRepeated(
  candidate: Candidate,
  setting: Setting,
  used: ReadonlySet<string>,
): Verdict | null {
  const { text, language, role } = setting;
  if (namesTable(candidate, setting)) return null;
  const path = pathAround(text, candidate.start, candidate.end);
  if (candidate.spelling.kind === 'invented') return repeatedInvention(candidate, path, used);
  if (candidate.spelling.kind !== 'alias') return null;
  const slug = slugAround(text, candidate.start, candidate.end, path);
  if (slug.before !== '')
    return repeatedTask(slug, path, setting, used) ?? repeatedRoute(slug, path, setting, used);
  const spelled = text.slice(slug.start, slug.end);
  const isSpoken =
    role === 'code' &&
    used.has(`…${spelled}`) &&
    isWordOfSentence({ ...slug, strength: candidate.spelling.strength, routed: false }, text);
  if (!used.has(spelled) && !isSpoken) return null;
  if (isManifest(setting.path) || language.id === 'css' || isImport(text, slug.start, language.id))
    return null;
  const mention = { ...slug, strength: candidate.spelling.strength, routed: false };
  const isRemark = role === 'prose' || role === 'comment';
  return (isRemark ? isRepeatedRemark(mention, text) : isRepeated(mention, setting))
    ? { start: slug.start, end: slug.end, kind: 'alias', before: '' }
    : null;
}

/**
 * What a model that a document uses also makes a name in it: itself, any task with it (`text-to-video/veo-3-1`), and,
 * marked by `…`, the version inside of a longer spelling (`google/veo3.1-fast/image-to-video`), which texts call it by.
 */
export function namesOf(spelled: string, before: string): readonly string[] {
  const task = TASK_BEFORE.exec(before)?.[0];
  const version = /(?<=\/)veo[\w.-]+/.exec(spelled)?.[0];
  return [
    spelled,
    ...(task === undefined ? [] : [`${ANY_TASK}${spelled}`]),
    ...(version === undefined ? [] : [`…${version}`]),
  ];
}

/** What stands for any task in front of a model. */
const ANY_TASK = 'to-video/';

/** A task in front of a model (`image-to-video/`). */
const TASK_BEFORE = /(?<![\w-])(?:[a-z]{2,12}-){1,4}to-video\/$/;

/** A task with a model that the document sends, as a whole string or in a remark's address (`POST /v1/text-to-video/veo-3-1`). */
function repeatedTask(
  slug: Slug,
  path: Path,
  { text, role }: Setting,
  used: ReadonlySet<string>,
): Verdict | null {
  const [task = ''] = TASK_BEFORE.exec(slug.before) ?? [];
  if (task === '' || !used.has(ANY_TASK + text.slice(slug.start, slug.end))) return null;
  const isAlone =
    role === 'code' && slug.before === task && isQuoted(text, slug.start - task.length, slug.end);
  const isRemark = (role === 'comment' || role === 'prose') && /^(?:[.,:]?|\/\{.*)$/.test(path.after);
  return isAlone || isRemark
    ? { start: slug.start, end: slug.end, kind: 'alias', before: slug.before }
    : null;
}

/** A vendor's model behind a router (`Model: blackboxai/google/veo-3-fast`), where the document sends the model. */
function repeatedRoute(slug: Slug, path: Path, { text }: Setting, used: ReadonlySet<string>): Verdict | null {
  const { start, end, before, headed } = slug;
  const isAlone = headed && /^[\w.-]+\/$/.test(before) && /^(?:$|[.,;:])/.test(path.after);
  return isAlone && used.has(text.slice(start, end)) ? { start, end, kind: 'alias', before } : null;
}

/** An ID of Google's grammar that the document sends is that ID in its remarks, too: nothing else is called so. */
function repeatedInvention(
  { start, end, spelling }: Candidate,
  path: Path,
  used: ReadonlySet<string>,
): Verdict | null {
  const isAlone = path.before === '' && /^[.,:]*$/.test(path.after);
  return isAlone && spelling.text.includes('generate') && used.has(spelling.text)
    ? { start, end, kind: 'unknown', before: '' }
    : null;
}

/** The verdict on a rejected key of a table next to a key of it that counts; null for all else. */
export function classifyBeside(candidate: Candidate, setting: Setting, other: Verdict): Verdict | null {
  const { text, role, path } = setting;
  if (candidate.spelling.kind !== 'alias' || role === 'prose' || role === 'comment' || isManifest(path))
    return null;
  const own = pathAround(text, candidate.start, candidate.end);
  const { start, end, before } = slugAround(text, candidate.start, candidate.end, own);
  if (before !== '' || own.after.length > end - candidate.end) return null;
  const [first, second] = other.start < start ? [other.end, start] : [end, other.start];
  const isPair = KEYS_BETWEEN.test(text.slice(first, Math.min(second, first + 200)));
  return isPair && /^["'`]\s*(?::|=>)/.test(text.slice(end, end + 8))
    ? { start, end, kind: 'alias', before: '' }
    : null;
}

/** What stands between two quoted keys of a table, one after the other: a plain value, perhaps a remark. */
const KEYS_BETWEEN =
  /^["'`]\s{0,4}(?::|=>)\s{0,8}[\w."'$-]{1,40},[ \t]{0,8}(?:(?:\/\/|#)[^\n]{0,80})?\s{0,40}["'`]$/;

/** Whether `[start, end)`, an ID with the routers `before` it, is used as a model ID. */
function isLiteralOfModel(
  start: number,
  end: number,
  before: string,
  strength: Strength,
  setting: Setting,
): boolean {
  const routed = !areVendors(before, setting.catalog) && before !== 'models/';
  if (routed && !/^(?:[\w.-]+[:/]){1,3}$/.test(before)) return false;
  return isUsedAsModel({ start, end, strength, routed }, setting);
}

/** `publishers/google/models/veo-3.1:predict`, `…/v1beta/models/veo-3/operations/…`: what a request names. */
const isResource = (before: string, after: string): boolean =>
  (/(?:publishers\/google|\/v1(?:beta\d?|alpha)?)\/models\/$/.test(before) &&
    /^(?:$|\?|:[A-Za-z$]|\/operations)/.test(after)) ||
  (/(?:^|\/)models\/$/.test(before) && after.startsWith('/operations/'));

/** `https://queue.fal.run/fal-ai/veo3/fast`, `https://api.segmind.com/v1/veo-3`: the address of a gateway, not a page about one. */
function isGatewayAddress(host: string, slug: Slug, path: Path, setting: Setting): boolean {
  const isKnown = surfaceOfHost(setting.catalog, host) !== undefined;
  if (slug.headed && !isPage(path) && (isKnown || API_HOST.test(host))) return true;
  // Behind an API's own folders the model is what the path ends with; nobody's pages lie there.
  const { text } = setting;
  const { after } = pathAround(text, slug.start, slug.end);
  const spelled = text.slice(slug.start, slug.end);
  return (
    (isApiFolder(slug.before) || (isKnown && API_HOST.test(host) && SENDING_FOLDER.test(slug.before))) &&
    /^(?:[.,:]*|\/)$/.test(after) &&
    (isKnown || slug.headed || (API_HOST.test(host) && !/^veo\d[\d.]*$/.test(spelled)))
  );
}

/** A vendor's model with what it is asked for (`google/veo3/text-to-video`): nothing else is written so. */
const TASK_BEHIND = /\/(?:(?:[a-z]{2,12}-){1,4}to-video|video-extend|extend-video)$/;

/** The last folder of an address that starts a job (`https://api.302.ai/302/submit/`). */
const SENDING_FOLDER = /\/(?:submit|generate|create|run)\/$/;

/** A full slug (`fal-ai/veo3.1/fast`) is an ID wherever it stands alone; `google/veo-3` in prose only as code. */
function isSlugMention(slug: Slug, setting: Setting): boolean {
  if (!areVendors(slug.before, setting.catalog) && !/^[\w-]+\/$/.test(slug.before)) return false;
  const { text, role, catalog } = setting;
  const quoted = isQuoted(text, slug.start - slug.before.length, slug.end);
  const spelled = text.slice(slug.start, slug.end);
  // A part that is tested for may be any; with a word behind the version it is a model's name in full.
  if (quoted && isPartialTest(text, slug.start, slug.end))
    return /veo[-_]?\d(?:[._]\d)?[-_/][a-z]/.test(spelled);
  if (/^fal-ai/.test(spelled) || (quoted && slug.before === '' && TASK_BEHIND.test(spelled))) return true;
  if (slug.before !== '') return quoted || role === 'config';
  const isRemark = role === 'prose' || role === 'comment';
  return quoted ? isRemark : catalog.aliases(spelled).length > 0 || TASK_BEHIND.test(spelled);
}
