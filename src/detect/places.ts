// Places where an ID's characters stand, but not as an ID: files, pages, packages, imports.

import { lineBefore, type Path, withoutQuote } from './surroundings.ts';
import {
  API_PATH,
  BLOCK_LABEL,
  FILE_EXTENSION,
  IMPORT_BEFORE,
  MANIFEST_FILE,
  NAMING_CALL,
  PAGE_HOST,
  PARTIAL_TEST,
  STRUCT_TAG,
  TRANSLATION_FILE,
} from './vocabulary.ts';

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
  if (/^(?:queue\.|api\.|gateway\.)/.test(host) || /googleapis\.com$/.test(host)) return false;
  if (PAGE_HOST.test(host)) return !/^\/api\/v\d/.test(whole);
  return !(API_PATH.test(whole) || /^:\w/.test(path.after) || /(?:^|\.)fal\.run$/.test(host));
}

/** Whether the token is the name of a file or lies in a folder path that ends in one. */
export function isFileName(path: Path): boolean {
  if (hostOf(path.before) !== null && /:\w+/.test(path.after)) return false;
  const tail = path.after.replace(/[.:,]+$/, '');
  if (tail.includes('/') || path.before !== '') {
    if (FILE_EXTENSION.test(tail)) return true;
  }
  return /^\.\w/.test(tail) && FILE_EXTENSION.test(tail);
}

/** Whether the token lies on a path of folders (`./veo3/…`, `/srv/veo-3`, `src/veo3`, `~/x`). */
export function isFolderPath(path: Path): boolean {
  return /^(?:\.{1,2}\/|\/|~\/|[A-Za-z]:\/|@\/)/.test(path.before) && hostOf(path.before) === null;
}

/** Whether the literal at `start` is what an import names. */
export function isImport(text: string, start: number): boolean {
  const before = lineBefore(text, start);
  const unquoted = withoutQuote(before);
  return unquoted !== before && IMPORT_BEFORE.test(unquoted);
}

/** Whether the literal names a test, a stage, a block, a page of the app: the program's own things. */
export function isOwnName(text: string, start: number): boolean {
  const before = lineBefore(text, start);
  return NAMING_CALL.test(withoutQuote(before)) || BLOCK_LABEL.test(before) || STRUCT_TAG.test(before);
}

/** Whether the literal is tested for as a part of an ID (`id.includes('veo-3')`, `'veo-3' in id`). */
export function isPartialTest(text: string, start: number, end: number): boolean {
  const after = /^\\*["'`]\s*(?:not\s+)?in\s+([A-Za-z_][\w.]*)\s*(?:[:)\]&|]|\b(?:and|or|else|if)\b|$)/m.exec(
    text.slice(end, end + 80),
  );
  if (
    after !== null &&
    !/s$|map|dict|table|list|set|catalog|registry|prices|pricing|config/i.test(after[1] ?? '')
  )
    return true;
  return PARTIAL_TEST.test(withoutQuote(lineBefore(text, start)));
}

/** Whether a file lists packages. */
export const isManifest = (path: string): boolean => MANIFEST_FILE.test(path);

/** Whether a file holds translations. */
export const isTranslation = (path: string): boolean => TRANSLATION_FILE.test(path);
