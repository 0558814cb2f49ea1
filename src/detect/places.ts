// Places where an ID's characters stand, but not as an ID: files, pages, packages, imports.
import type { Path } from './path.ts';
import { lineBefore, withoutQuote } from './quotes.ts';
import {
  BARE_NAMING_CALL,
  BLOCK_LABEL,
  IMPORT_BEFORE,
  IMPORT_STATEMENTS,
  NAMING_CALL,
  PAGE_TAG,
  PARTIAL_TEST,
  PATH_JOIN,
  STRUCT_TAG,
  TEXT_WORDS,
} from './vocabulary/calls.ts';
import {
  API_HOST,
  API_PATH,
  ASKED_FOR,
  DOCS_HOST,
  FILE_EXTENSION,
  MANIFEST_FILE,
  PAGE_HOST,
  TRANSLATION_FILE,
} from './vocabulary/places.ts';

/** The host at the start of a path (`https://host/…` or `host.tld/…`), null where it has none. */
export function hostOf(before: string): string | null {
  const url = /(?:^|[^A-Za-z])(?:https?|wss?):\/\/([^/]*)/i.exec(before);
  if (url !== null) return (url[1] ?? '').replace(/^[^@]*@/, '').replace(/:\d+$/, '');
  return (
    /^((?:[\w-]+\.)+(?:ai|com|org|net|io|dev|app|run|co|cn|sh|google|so|me|fyi|fr|de|xyz|cloud))\//i.exec(
      before,
    )?.[1] ?? null
  );
}

/** Whether the path is a page for people rather than an address of an API. */
export function isPage(path: Path): boolean {
  const host = hostOf(path.before);
  if (host === null) return /(?:^|\/)docs?\/|\/blog\//.test(path.before);
  const whole = path.before.slice(path.before.indexOf(host) + host.length);
  if (API_HOST.test(host)) return false;
  if (PAGE_HOST.test(host)) return !/^\/api\/v\d/.test(whole);
  return !(API_PATH.test(whole) || /^:\w/.test(path.after) || /(?:^|\.)fal\.run$/.test(host));
}

/** Whether an address ends with a folder that only APIs have: a version, or `api` with a folder of its own behind it. */
export function isApiFolder(before: string): boolean {
  const [host = '', ...folders] = before
    .replace(/^https?:\/\//i, '')
    .split('/')
    .slice(0, -1);
  const last = folders.at(-1) ?? '';
  const version = (ASKED_FOR.test(last) ? folders.at(-2) : last) ?? '';
  if (DOCS_HOST.test(host)) return false;
  const behind = folders.slice(folders.indexOf('api') + 1);
  const isOfApi = folders.includes('api') && !behind.some((folder) => /^(?:docs?|reference)$/i.test(folder));
  return /^v\d{1,2}$/i.test(version) || (isOfApi && behind.length > 0);
}

/** Whether the token is the name of a file or lies in a folder path that ends in one. */
export function isFileName(path: Path): boolean {
  if (hostOf(path.before) !== null && /:\w+/.test(path.after)) return false;
  const tail = path.after.replace(/(?<![.:,])[.:,]+$/, '');
  const isPart = tail.includes('/') || path.before !== '' || /^\.\w/.test(tail);
  return isPart && FILE_EXTENSION.test(tail);
}

/** Whether the token names a container image by a tag (`registry.example/team/veo-…:v2`, `image: veo-…:latest`). */
export function isImageName(text: string, start: number, path: Path): boolean {
  if (!/^:(?:latest|v?\d[\w.]*)(?:-[\w.]+)*$/.test(path.after) || path.before.includes('://')) return false;
  const registry = path.before.split('/')[0] ?? '';
  const hasRegistry = path.before.includes('/') && /[.:]|^localhost$/.test(registry);
  return (
    hasRegistry || /^\s*(?:-\s+)?(?:image:|FROM)\s+["']?$/.test(lineBefore(text, start - path.beforeLength))
  );
}

/** Whether the token lies on a path of folders (`./veo3/…`, `/srv/veo-3`, `src/veo3`, `~/x`). */
export function isFolderPath(path: Path): boolean {
  return (
    /^(?:\.{1,2}\/|\/|~\/|[A-Za-z]:\/|@\/|(?:gs|s3|file):\/\/)/.test(path.before) &&
    hostOf(path.before) === null
  );
}

/** Whether an ID fills a regular expression (`toThrow(/veo-3.0-generate-001/)`, `when /veo-…/`), whose slashes make no path. */
export const isPattern = (
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean =>
  /(?:[(=,:!&|?>[~]|\bwhen) ?\/$/.test(text.slice(Math.max(0, start - 7), start)) &&
  /^\/[dgimsuvy]{0,6}(?:[\s).,;:\]]|$)/.test(text.slice(end, end + 9));

/** Whether the literal at `start` is what an import names. */
export function isImport(text: string, start: number, language: string): boolean {
  const before = lineBefore(text, start);
  const unquoted = withoutQuote(before);
  if (unquoted === before) return false;
  return IMPORT_BEFORE.test(unquoted) || (IMPORT_STATEMENTS[language]?.test(unquoted) ?? false);
}

/** Whether the literal names a test, a page, a block, a field: the program's own things. `bare`: see `Strength`. */
export function isOwnName(text: string, start: number, bare: boolean): boolean {
  const before = lineBefore(text, start);
  const unquoted = withoutQuote(before);
  if (NAMING_CALL.test(unquoted) || BLOCK_LABEL.test(before) || STRUCT_TAG.test(before)) return true;
  if (PAGE_TAG.test(unquoted) || PATH_JOIN.test(unquoted)) return true;
  return bare && BARE_NAMING_CALL.test(unquoted);
}

const lastWord = (name: string): string => /(?<![A-Za-z])[A-Za-z]+$/.exec(name)?.[0].toLowerCase() ?? '';

/** Whether the literal is tested for as a part of an ID (`id.includes('veo-3')`, `'veo-3' in id`). */
export function isPartialTest(text: string, start: number, end: number): boolean {
  const before = withoutQuote(lineBefore(text, start));
  const partial = PARTIAL_TEST.exec(before);
  if (partial !== null) return !isMembershipTest(before.slice(0, partial.index), partial[0]);
  const container =
    /^\\*["'`]\s*(?:not\s+)?in\s+([A-Za-z_][\w.]*)(?![\w.])\s*(?:[:)\]&|]|(?:and|or|else|if)\b|$)/m.exec(
      text.slice(end, end + 80),
    )?.[1];
  return container !== undefined && TEXT_WORDS.has(lastWord(container));
}

/** `MODELS.includes('veo3')`, `ids.indexOf('veo3')`: a whole ID is looked for in a list of them. */
function isMembershipTest(before: string, call: string): boolean {
  if (!/includes|include\?|contains|Contains|ndexOf|index/.test(call)) return false;
  return /(?:\]|[Mm]odels|[Ii]ds|IDS|MODELS|[Ll]ist|LIST|Set|SET)\??(?:\.|->|::)?$/.test(before);
}

/** Whether a file lists packages. */
export const isManifest = (path: string): boolean => MANIFEST_FILE.test(path);

/** Whether a file holds translations. */
export const isTranslation = (path: string): boolean => TRANSLATION_FILE.test(path);
