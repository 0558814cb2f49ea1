// Judges a candidate by its surroundings: is this ID used or spoken of here, and how is it spelled in full?
import type { Catalog } from '../catalog/catalog.ts';
import type { Candidate } from './candidates.ts';
import type { Language } from './documents/languages.ts';
import {
  hostOf,
  isFileName,
  isFolderPath,
  isImport,
  isManifest,
  isOwnName,
  isPage,
  isPartialTest,
  isTranslation,
} from './places.ts';
import type { Spelling } from './spelling.ts';
import { surfaceOfHost, surfaceOfPrefix } from './surface.ts';
import {
  enclosingKey,
  isBareValue,
  isModelKey,
  isOtherKey,
  keyBefore,
  type Path,
  pathAround,
  quoteAround,
  siblingName,
  yamlParentKey,
} from './surroundings.ts';
import type { ReferenceKind, Role } from './types.ts';
import { VENDOR_SEGMENT } from './vocabulary.ts';

/** A candidate in its part of a document. */
export interface Setting {
  readonly text: string;
  readonly path: string;
  readonly language: Language;
  readonly role: Role;
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
  if (candidate.spelling.kind === 'alias') return judgeAlias(candidate, path, setting);
  if (!isPlaceOfId(candidate, path, setting)) return null;
  const kind = candidate.spelling.kind === 'official' ? 'official' : 'unknown';
  const verdict: Verdict = { start: candidate.start, end: candidate.end, kind, before: path.before };
  if (candidate.spelling.strong || hasGooglePrefix(path, setting.catalog)) return verdict;
  return isUsedAsModel(
    verdict.start - path.beforeLength,
    verdict.end,
    path.before,
    candidate.spelling,
    setting,
  )
    ? verdict
    : null;
}

const hasGooglePrefix = (path: Path, catalog: Catalog): boolean =>
  surfaceOfPrefix(catalog, path.before)?.surface.kind === 'google' || /(?:^|\/)models\/$/.test(path.before);

/** Whether a Google ID stands where IDs stand, and is no file, page, folder or package. */
function isPlaceOfId(candidate: Candidate, path: Path, setting: Setting): boolean {
  if (isFileName(path) || isPage(path)) return false;
  const isProgram = setting.role === 'code' || setting.role === 'config';
  if (isProgram && isImport(setting.text, candidate.start - path.beforeLength)) return false;
  if (/^@[\w-]+\/$/.test(path.before)) return false;
  const next = /^\/([\w-]*)/.exec(path.after)?.[1];
  const goesOn = next !== undefined && next !== '' && !/^(?:operations|veo)/.test(next);
  if (hostOf(path.before) !== null || /^:[A-Za-z$]/.test(path.after)) return true;
  if (goesOn && path.before !== '' && !hasGooglePrefix(path, setting.catalog)) return false;
  return !isFolderPath(path) || /\/models\/$|^\/\//.test(path.before);
}

/** The slash of a gateway's spelling as it may stand in source. */
const SLUG_TAIL =
  /^(?:(?:\\?\/|%2[Ff])(?:fast|lite|pro|standard|quality|text-to-video|image-to-video|reference-to-video|first-last-frame-to-video|extend-video|video-to-video))+(?![\w.-])/;

/** Prefixes that belong to a gateway's spelling, as opposed to a router's prefix in front of it. */
const SLUG_HEAD = /(?:^|[/:])((?:fal-ai|google|google-deepmind|runwayml)\/)$/;

interface Slug {
  readonly start: number;
  readonly end: number;
  /** The path in front of the slug: hosts, routers. */
  readonly before: string;
  readonly headed: boolean;
}

function slugAround(candidate: Candidate, path: Path, text: string): Slug {
  const head = SLUG_HEAD.exec(path.before)?.[1] ?? '';
  const sourceHead =
    path.before.length === path.beforeLength ? head.length : sourceLength(text, candidate.start, head);
  const tail = SLUG_TAIL.exec(text.slice(candidate.end, candidate.end + 80))?.[0] ?? '';
  return {
    start: candidate.start - sourceHead,
    end: candidate.end + tail.length,
    before: path.before.slice(0, path.before.length - head.length),
    headed: head !== '',
  };
}

/** The source length of a head whose slash is escaped. */
function sourceLength(text: string, end: number, head: string): number {
  const escaped = /(?:\\\/|%2[Ff]|\/)$/.exec(text.slice(Math.max(0, end - 3), end))?.[0] ?? '/';
  return head === '' ? 0 : head.length - 1 + escaped.length;
}

function judgeAlias(candidate: Candidate, path: Path, setting: Setting): Verdict | null {
  const { text, catalog } = setting;
  const slug = slugAround(candidate, path, text);
  const after = pathAround(text, slug.start, slug.end);
  const google = !slug.headed && surfaceOfPrefix(catalog, slug.before)?.surface.kind === 'google';
  const verdict: Verdict = {
    start: slug.start,
    end: slug.end,
    kind: google ? 'unknown' : 'alias',
    before: slug.before,
  };
  if (isManifest(setting.path) || setting.language.id === 'css' || isFileName(after)) return null;
  const host = hostOf(path.before);
  if (host !== null) return isGatewayAddress(host, slug, path, catalog) ? verdict : null;
  if (after.after.startsWith('/') || isFolderPath({ ...path, before: slug.before || path.before }))
    return null;
  const literalStart = slug.start - (path.beforeLength - (candidate.start - slug.start));
  if (isImport(text, literalStart)) return null;
  if (
    slug.headed &&
    (areVendors(slug.before) || /^[\w-]+\/$/.test(slug.before)) &&
    isSlugMention(slug, setting)
  )
    return verdict;
  const strong = candidate.spelling.strong || slug.headed;
  return isUsedAsModel(literalStart, slug.end, slug.before, { ...candidate.spelling, strong }, setting)
    ? verdict
    : null;
}

/** `https://queue.fal.run/fal-ai/veo3/fast`: the address of a gateway that the catalog knows. */
function isGatewayAddress(host: string, slug: Slug, path: Path, catalog: Catalog): boolean {
  const surface = surfaceOfHost(catalog, host);
  return surface !== undefined && slug.headed && !isPage(path);
}

/** A full slug (`fal-ai/veo3.1/fast`) is an ID wherever it stands alone; `google/veo-3` in prose only as code. */
function isSlugMention(slug: Slug, setting: Setting): boolean {
  const spelled = setting.text.slice(slug.start, slug.end);
  if (isPartialTest(setting.text, slug.start, slug.end)) return false;
  if (/^fal-ai/.test(spelled)) return true;
  if (slug.before !== '')
    return (
      quoteAround(setting.text, slug.start - slug.before.length, slug.end) !== null ||
      setting.role === 'config'
    );
  if (setting.role === 'prose' || setting.role === 'comment')
    return quoteAround(setting.text, slug.start, slug.end) !== null;
  return (
    setting.catalog.aliases(spelled).length > 0 && quoteAround(setting.text, slug.start, slug.end) === null
  );
}

/** Whether the literal `[start, end)` is the value of something that is sent as a model ID. */
function isUsedAsModel(
  start: number,
  end: number,
  before: string,
  spelling: Spelling,
  setting: Setting,
): boolean {
  const { text, role, language } = setting;
  if (!areVendors(before)) return false;
  const quoted = quoteAround(text, start, end) !== null;
  const key = siblingName(text, start) ?? keyBefore(text, start) ?? listKey(text, start);
  const modelKey = isModelKey(key);
  if (role === 'prose') return false;
  if (role === 'comment') return modelKey && quoted;
  if (isPartialTest(text, start, end) || isOtherKey(key) || isOwnName(text, start)) return false;
  if (modelKey && !quoted) {
    const bare = isBareValue(text, start, language.role === 'config');
    return bare && (!hasOpenQuote(text, start) || isListItem(text, start, end));
  }
  if (modelKey) return true;
  const isYaml = language.id === 'yaml';
  const outer = enclosingKey(text, start, isYaml) ?? (isYaml ? yamlParentKey(text, start) : null);
  if (isOtherKey(outer)) return false;
  if (isModelKey(outer) && (quoted || isYaml)) return true;
  if (!quoted || !spelling.strong)
    return quoted && spelling.kind === 'invented' && spelling.text.includes('generate');
  return !(isTranslation(setting.path) && /^\\*["']\s*:/.test(text.slice(end, end + 4)));
}

/** Whether all that stands before an ID are gateways or vendors (`openrouter:google/`), not folders. */
const areVendors = (before: string): boolean =>
  before === '' ||
  before
    .split(/[/:]/)
    .slice(0, -1)
    .every((segment) => VENDOR_SEGMENT.test(segment));

/** The key of a comma-separated list that the literal is an item of (`MODELS=veo3,veo3-fast`). */
function listKey(text: string, start: number): string | null {
  const left = text.slice(Math.max(0, start - 400), start);
  const items = /(?:[\w./:-]+\s*,\s*)+$/.exec(left)?.[0];
  return items === undefined ? null : keyBefore(text, start - items.length);
}

const isListItem = (text: string, start: number, end: number): boolean =>
  /[,"'`]\s*$/.test(text.slice(Math.max(0, start - 4), start)) &&
  /^\s*(?:,|\\*["'`]|$)/.test(text.slice(end, end + 4));

/** Whether a quote opens before the literal that does not close right behind it: the literal is part of a sentence. */
function hasOpenQuote(text: string, start: number): boolean {
  return /["'`]/.test(text[start - 1] ?? '');
}
