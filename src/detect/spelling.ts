// The grammar of Veo IDs: what a run of characters could be, before its surroundings are looked at.
import type { Catalog } from '../catalog/catalog.ts';
import { PROJECT_FOLDER } from './vocabulary/mentions.ts';
import { FILE_EXTENSION } from './vocabulary/places.ts';
import { ALIAS_WORD, OFFICIAL_WORD, TASK_WORD } from './vocabulary/spellings.ts';

/**
 * How much a spelling says by itself. `certain`: an ID wherever it stands. `clear`: an ID where it is a whole
 * literal (`veo3_fast`, `veo-3.1`). `full`: the same, with its vendor (`google/veo-3.1`). `bare`: a version alone, which names tools and pages too (`veo3`). `slug`: as
 * folders and variables write it (`veo-3-1`), an ID only as the value of a model key. `loose`: has words that no
 * known ID has, an ID only directly behind a model key. `cased`: a gateway's spelling in capitals, which is a constant
 * or a title unless a model key holds it as a string.
 */
export type Strength = 'certain' | 'clear' | 'full' | 'bare' | 'slug' | 'loose' | 'cased';

/** `official`: Google released it. `alias`: a gateway's way to write a version. `invented`: Google's grammar, never released. */
export interface Spelling {
  readonly kind: 'official' | 'alias' | 'invented';
  readonly text: string;
  readonly strength: Strength;
}

/** A run longer than this is no ID: base64, hashes and minified names. */
const LONGEST = 64;

/** `veo-fast`: a gateway that has one version only leaves it out. */
export const TIER_ALONE = /^veo[-_](?:fast|lite|quality|pro|ultra)$/;

const VERSION = /^veo([-_.]?)(\d{1,3})(?:([._-])(\d{1,2}))?(?=$|[-_.])/;

/** `veo31`, `veo_31_fast`: both digits without a sign between them. */
const SHORT_VERSION = /^veo([-_]?)([23])(?=[01](?:$|[-_.]))([01])/;

interface Version {
  readonly length: number;
  readonly major: number;
  readonly minor: number;
  /** The sign between major and minor; empty where there is none. */
  readonly sign: string;
}

/** What a run such as `veo-3.1-generate-preview` is, in any letter case; null where it is no ID at all. */
export function classifySpelling(run: string, catalog: Catalog): Spelling | null {
  if (run.length > LONGEST) return null;
  const lower = run.toLowerCase();
  if (run.startsWith('veo')) return classifyLower(run, catalog);
  const spelling = classifyLower(lower, catalog);
  if (spelling === null) return null;
  const text = run.slice(0, spelling.text.length);
  if (spelling.kind !== 'alias') return spelling.strength === 'certain' ? { ...spelling, text } : null;
  return text === text.toUpperCase() && spelling.strength !== 'loose'
    ? { ...spelling, text, strength: 'cased' }
    : null;
}

function classifyLower(run: string, catalog: Catalog): Spelling | null {
  if (isReleased(run, catalog)) return { kind: 'official', text: run, strength: 'certain' };
  const extended = officialBeforeDot(run, catalog);
  if (extended !== undefined) return extended;
  if (FILE_EXTENSION.test(run) && !/\.\d+$/.test(run)) return null;
  if (TIER_ALONE.test(run)) return { kind: 'alias', text: run, strength: 'loose' };
  const version = versionOf(run);
  if (version === null) return null;
  const words = run
    .slice(version.length)
    .split(/[-_.]/)
    .filter((word) => word !== '');
  return (
    inventedSpelling(run, version, words) ??
    misspelled(run, words) ??
    aliasSpelling(run, version, words, catalog)
  );
}

/** Words that make an ID Google's: one of them with a slip in it, among others of Google's, is a typo of an ID. */
const TELLING_WORDS = ['generate', 'preview'] as const;

/** `veo-3.1-generat-001`, `veo3.1-generate-001`: Google's words, but not one of its IDs. */
function misspelled(run: string, words: readonly string[]): Spelling | null {
  const slips = words.filter((word) => !OFFICIAL_WORD.test(word));
  const isSlip = (word: string): boolean =>
    word.length > 4 && TELLING_WORDS.some((telling) => isOneSlipAway(word, telling));
  if (slips.length > 1 || !slips.every(isSlip)) return null;
  if (slips.length === 0 && !words.includes('generate')) return null;
  return words.length > 1 || slips.length === 0 ? { kind: 'invented', text: run, strength: 'clear' } : null;
}

/** Whether one letter too many, too few, wrong or swapped makes one word the other. */
export function isOneSlipAway(word: string, telling: string): boolean {
  if (Math.abs(word.length - telling.length) > 1) return false;
  let from = 0;
  while (from < word.length && word[from] === telling[from]) from++;
  let back = 0;
  while (
    back < Math.min(word.length, telling.length) - from &&
    word[word.length - 1 - back] === telling[telling.length - 1 - back]
  )
    back++;
  const [a, b] = [word.slice(from, word.length - back), telling.slice(from, telling.length - back)];
  return a.length <= 1 && b.length <= 1 ? true : a.length === 2 && a === [...b].reverse().join('');
}

/** Whether a spelling's first segment is a folder of a project rather than a router (`skills/veo3`). */
export const isProject = (spelled: string): boolean => PROJECT_FOLDER.test(spelled.split('/')[0] ?? '');

const isReleased = (run: string, catalog: Catalog): boolean =>
  catalog.model(run)?.family.startsWith('veo') ?? false;

/** `veo-3.0-generate-001.usd` speaks of the model; `veo-3.0-generate-001.mp4` names a file. */
function officialBeforeDot(run: string, catalog: Catalog): Spelling | null | undefined {
  for (let dot = run.indexOf('.', 8); dot > 0; dot = run.indexOf('.', dot + 1)) {
    const head = run.slice(0, dot);
    if (isReleased(head, catalog)) {
      return FILE_EXTENSION.test(run) ? null : { kind: 'official', text: head, strength: 'certain' };
    }
  }
  return undefined;
}

function versionOf(run: string): Version | null {
  const short = SHORT_VERSION.exec(run);
  if (short !== null)
    return {
      length: short[0].length,
      major: Number(short[2]),
      minor: Number(short[3]),
      sign: short[1] ?? '',
    };
  const long = VERSION.exec(run);
  if (long === null) return null;
  const [{ length }, , major, sign = '', minor] = long;
  return { length, major: Number(major), minor: Number(minor ?? 0), sign };
}

function inventedSpelling(run: string, version: Version, words: readonly string[]): Spelling | null {
  if (!run.startsWith('veo-') || run.includes('_') || !words.every((word) => OFFICIAL_WORD.test(word)))
    return null;
  const dotted = version.sign !== '-';
  const released = /^(?:preview|exp|experimental|\d{3})$/.test(words.at(-1) ?? '');
  if (words.includes('generate')) {
    return { kind: 'invented', text: run, strength: released && dotted ? 'certain' : 'clear' };
  }
  return dotted && (released || isFuture(version)) ? { kind: 'invented', text: run, strength: 'slug' } : null;
}

const isFuture = ({ major, minor }: Version): boolean =>
  major > 3 || (major === 3 && minor > 1) || (major === 2 && minor > 0);

function aliasSpelling(
  run: string,
  version: Version,
  words: readonly string[],
  catalog: Catalog,
): Spelling | null {
  const known = catalog.aliases(run).length > 0;
  if (!known && (version.major < 1 || version.major > 4 || (isFuture(version) && !isOfFlow(version))))
    return null;
  if (!known && !words.every((word) => ALIAS_WORD.test(word))) return looseSpelling(run, version, words);
  return { kind: 'alias', text: run, strength: aliasStrength(version, words) };
}

/** `veo_2_1_fast_…`: a version that Google's Flow has, and nobody else. */
const isOfFlow = ({ major, minor, sign }: Version): boolean => sign === '_' && major === 2 && minor === 1;

/** `veo-3-1` and `veo_3_1` are how pages, folders and variables write the version too. */
function aliasStrength({ sign, major, minor }: Version, words: readonly string[]): Strength {
  if (sign === '-') return 'slug';
  // The first one of anything (`veo-1`, `veo-1-video`): a thing that somebody counts, or a model that nobody calls.
  if (major === 1 && minor === 0) return 'slug';
  if (sign === '_') return words.some((word) => TASK_WORD.test(word)) ? 'clear' : 'slug';
  return sign === '' && words.length === 0 ? 'bare' : 'clear';
}

function looseSpelling(run: string, { sign }: Version, words: readonly string[]): Spelling | null {
  if (sign === '-' || words.length > 12 || !words.every((word) => /^[a-z0-9]{1,14}$/i.test(word)))
    return null;
  return { kind: words.includes('generate') ? 'invented' : 'alias', text: run, strength: 'loose' };
}

/** A run that could be an ID. Offsets are UTF-16 code units of the text. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly spelling: Spelling;
}
