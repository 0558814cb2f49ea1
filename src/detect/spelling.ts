// The grammar of Veo IDs: what a run of characters could be, before its surroundings are looked at.
import type { Catalog } from '../catalog/catalog.ts';
import { ALIAS_WORD, FILE_EXTENSION, OFFICIAL_WORD } from './vocabulary.ts';

/**
 * `official`: Google released it. `alias`: a gateway's way to write a version. `invented`: Google's own grammar,
 * but never released. `strong` spellings read as an ID wherever they stand; weak ones need a context that says so.
 */
export interface Spelling {
  readonly kind: 'official' | 'alias' | 'invented';
  readonly text: string;
  readonly strong: boolean;
}

/** A run longer than this is no ID: base64, hashes and minified names. */
const LONGEST = 64;

const VERSION = /^veo([-_.]?)(\d{1,3})(?:([._-])(\d{1,2}))?(?=$|[-_.])/;

/** What a run such as `veo-3.1-generate-preview` is; null where it is no ID at all. */
export function classifySpelling(run: string, catalog: Catalog): Spelling | null {
  if (run.length > LONGEST) return null;
  if (catalog.model(run)?.family.startsWith('veo')) return { kind: 'official', text: run, strong: true };
  const extended = officialBeforeDot(run, catalog);
  if (extended !== undefined) return extended;
  if (FILE_EXTENSION.test(run) && !/\.\d+$/.test(run)) return null;
  const version = VERSION.exec(run) ?? shortVersion(run);
  if (version === null) return null;
  const words = run
    .slice(version[0].length)
    .split(/[-_.]/)
    .filter((word) => word !== '');
  return inventedSpelling(run, version, words) ?? aliasSpelling(run, version, words, catalog);
}

/** `veo-3.0-generate-001.usd` speaks of the model; `veo-3.0-generate-001.mp4` names a file. */
function officialBeforeDot(run: string, catalog: Catalog): Spelling | null | undefined {
  for (let dot = run.indexOf('.', 8); dot > 0; dot = run.indexOf('.', dot + 1)) {
    const head = run.slice(0, dot);
    if (catalog.model(head)?.family.startsWith('veo')) {
      return FILE_EXTENSION.test(run) ? null : { kind: 'official', text: head, strong: true };
    }
  }
  return undefined;
}

/** `veo31`, `veo31-fast`: both digits without a sign between them. */
function shortVersion(run: string): RegExpExecArray | null {
  return /^veo(-?)([23])(?:(?=(?:[01])(?:$|[-_.]))([01]))(?=$|[-_.])/.exec(run);
}

function inventedSpelling(run: string, version: RegExpExecArray, words: readonly string[]): Spelling | null {
  if (!run.startsWith('veo-') || run.includes('_') || !words.every((word) => OFFICIAL_WORD.test(word)))
    return null;
  const at = words.indexOf('generate');
  const release = words.at(-1) ?? '';
  const released = /^(?:preview|exp|experimental|\d{3})$/.test(release);
  if (at >= 0) {
    const dotted = version[3] !== '-';
    return { kind: 'invented', text: run, strong: released && dotted };
  }
  if (released && version[3] !== '-') return { kind: 'invented', text: run, strong: false };
  return isFutureVersion(version) && version[3] !== '-'
    ? { kind: 'invented', text: run, strong: false }
    : null;
}

function isFutureVersion(version: RegExpExecArray): boolean {
  const major = Number(version[2]);
  const minor = Number(version[4] ?? 0);
  return major > 3 || (major === 3 && minor > 1) || (major === 2 && minor > 0);
}

function aliasSpelling(
  run: string,
  version: RegExpExecArray,
  words: readonly string[],
  catalog: Catalog,
): Spelling | null {
  if (catalog.aliases(run).length > 0) return { kind: 'alias', text: run, strong: !isSlugLike(version) };
  const major = Number(version[2]);
  if (major < 1 || major > 4 || isFutureVersion(version)) return null;
  if (!words.every((word) => ALIAS_WORD.test(word))) return null;
  return { kind: 'alias', text: run, strong: !isSlugLike(version) };
}

/** `veo-3-1` and `veo_3_1` are how pages, folders and variables write the version too. */
function isSlugLike(version: RegExpExecArray): boolean {
  return version[3] === '-' || version[3] === '_';
}
