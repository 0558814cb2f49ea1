// Whether a text uses a literal as a model ID, by the names of what holds it.
import type { Catalog } from '../catalog/catalog.ts';
import { comparedName } from './comparedName.ts';
import type { Language } from './documents/languages/languages.ts';
import { enclosingNames, isArgumentOfOther, pythonClass, switchSubject, yamlParentKey } from './enclosing.ts';
import { isBareValue, keyBefore, listKey, siblingName } from './keyBefore.ts';
import { isAddressKey, meaningOf, mentionsModels } from './keyMeaning.ts';
import { isAmongModels, isChoice, isSetApart, isSpokenFor, type Mention } from './mention.ts';
import { isOwnName, isPartialTest, isTranslation } from './places.ts';
import { hasOpenQuote, isQuoted, isStringOf, lineBefore, REACH } from './quotes.ts';
import { TIER_ALONE } from './spelling.ts';
import type { Role } from './types.ts';
import { OF_MODELS } from './vocabulary/keys.ts';

/** The text around a literal and what is known of it. */
export interface Surroundings {
  readonly text: string;
  readonly path: string;
  readonly language: Language;
  readonly role: Role;
  readonly catalog: Catalog;
}

/** A literal in a text: an ID with the gateways in front of it. */
export type Literal = Mention;

/** Whether the literal is what is sent as a model ID, not a label, a file, a tool's name or a part of an ID. */
export function isUsedAsModel(literal: Literal, around: Surroundings): boolean {
  const { text, role } = around;
  const { start, end, strength, routed } = literal;
  if (isWordOfCommand(literal, around) || isBesideArrow(literal, text)) return true;
  if (strength !== 'loose' && strength !== 'cased' && isInListOfFlag(text, start)) return true;
  const spoken = role === 'comment' || role === 'prose';
  const quoted = isQuoted(text, start, end) && (spoken || isStringOf(around.language.id, text, start));
  if (spoken && (isSetApart(literal, text, role) || isChoice(literal, text))) return true;
  if (role === 'prose') return around.language.id === 'html' && quoted && isOptionValue(text, start);
  const key = siblingName(text, start) ?? keyBefore(text, start) ?? listKey(text, start);
  const compared = key === null && quoted ? comparedName(text, start, end) : null;
  const isVague = strength === 'bare' || strength === 'slug';
  const held = isVague || meaningOf(compared) === 'model' ? compared : null;
  const meaning = meaningOf(key ?? held ?? switchSubject(text, start));
  if (role === 'comment') return meaning === 'model' && quoted && strength !== 'loose';
  if (strength === 'cased') return meaning === 'model' && quoted;
  if (meaning === 'other' && strength === 'full' && (isAddressKey(key) || isRowOfModels(start, around)))
    return quoted;
  const isRouted = routed || text.slice(start, end).includes('/');
  if (isRouted && quoted && strength !== 'slug' && makesModel(start, text)) return true;
  if (isWordOfSentence(literal, text) && (key === 'description' || isLineOfProse(literal, around)))
    return true;
  if (meaning === 'other' || isPartialTest(text, start, end)) return false;
  if (isOwnName(text, start, strength === 'bare')) return false;
  if (isChoice(literal, text) || isWordOfList(literal, text)) return true;
  // Without a version it is a route's own name as well (`model_name: veo-fast`): a program quotes what it sends.
  if (meaning === 'model')
    return quoted || (!TIER_ALONE.test(text.slice(start, end)) && isBareModelValue(literal, around));
  if (strength === 'loose' || (routed && !isRowOfModels(start, around))) return false;
  // How pages and variables write the version, too; but a page is compared with a page.
  if (strength === 'slug' && compared !== null) return true;
  const whole = quoted || isClearScalar(literal, around);
  return isUsedInside(literal, around, whole, meaning === 'name' || isUnknownCase(text, start, key));
}

/** Judges a literal without a telling key of its own by the names above it. `whole`: it fills a string or a value. */
function isUsedInside(literal: Literal, around: Surroundings, whole: boolean, isName: boolean): boolean {
  const { start, end, strength } = literal;
  const names = namesAbove(start, around);
  const [nearest = null] = names;
  const isKey = KEY_SIGN.test(around.text.slice(end, end + 4));
  const isTold = isKey ? isTableOfModels(literal, around.text, nearest) : isOfError(literal, nearest);
  if (meaningOf(nearest) === 'other' && !isTold) return false;
  if (isQuoted(around.text, start, end) && isAmongModels(start, end, around.text)) return true;
  if (names.some((name) => meaningOf(name) === 'model'))
    return whole || (around.language.id === 'yaml' && endsValue(around.text, end));
  if (!whole || strength === 'slug' || (isKey && isTranslation(around.path))) return false;
  const isTool = isName || meaningOf(nearest) === 'name' || isArgumentOfOther(around.text, start);
  return !(strength === 'bare' && (isTool || !isSpokenFor(around.text, start, end)));
}

/** Whether a literal that equals an ID used elsewhere in the document is a value here, whatever its key, or a word that names it. */
export function isRepeated(literal: Literal, around: Surroundings): boolean {
  const { text, language, role } = around;
  const { start, end, strength } = literal;
  if (role === 'code' && (isWordOfSentence(literal, text) || isWordOfLoop(literal, around))) return true;
  if (strength === 'loose' || strength === 'cased' || /veo-?1(?!\d)/.test(text.slice(start, end)))
    return false;
  if (isPartialTest(text, start, end) || isOwnName(text, start, strength === 'bare')) return false;
  // A version alone names tools, pages and providers too, so its key still has a say.
  if ((strength === 'bare' || strength === 'slug') && isOtherThing(literal, around)) return false;
  if (isQuoted(text, start, end)) return isStringOf(language.id, text, start);
  return isScalarValue(literal, around);
}

/** `veo-3.1-fast → veo-3.1-fast-fl`: what becomes of a name, outside of any string. */
function isBesideArrow({ start, end, strength, routed }: Literal, text: string): boolean {
  if (strength !== 'clear' || routed || !/^veo[-_]?\d(?:[._]\d)?[-_][a-z]/.test(text.slice(start, end)))
    return false;
  const before = lineBefore(text, start);
  return (
    /^ ?(?:→|->) ?veo/.test(text.slice(end, end + 7)) ||
    (/(?:→|->) ?$/.test(before) && /veo[-_]?\d/.test(before))
  );
}

/** `for model in veo3_1 kling3_0; do`: a word that a loop of a script goes through. */
const isWordOfLoop = ({ start, end }: Literal, { text, language }: Surroundings): boolean =>
  language.id === 'bash' &&
  /^\s*for\s+\w+\s+in\s+(?:[\w.-]+\s+)*$/.test(lineBefore(text, start)) &&
  /^(?:[ \t]+[\w.-]+)*[ \t]*(?:;|\r?\n|$)/.test(text.slice(end, end + REACH));

/** `higgsfield generate create veo3_1`: what the command line of a gateway is asked for. */
function isWordOfCommand({ start, end }: Literal, { text, catalog }: Surroundings): boolean {
  if (!/[ \t]["']?$/.test(text.slice(Math.max(0, start - 2), start))) return false;
  if (!/^(?:[\s"'`\\]|$)/.test(text.slice(end, end + 1))) return false;
  const words = lineBefore(text, start).replace(/["']$/, '').trim().split(/\s+/);
  return catalog.data.surfaces.some(({ commands }) =>
    [...(commands?.send ?? []), ...(commands?.name ?? [])].some((command) => {
      const [program = '', ...rest] = words.slice(-command.split(' ').length);
      // The program may stand in a folder, behind a quote or a sign of the shell.
      return [program.replace(/^.*[^\w-]/, ''), ...rest].join(' ') === command;
    }),
  );
}

/** `Only veo-3.1-fast takes references`: a version with words joined to it, standing alone among words. */
export const isWordOfSentence = ({ start, end, strength }: Literal, text: string): boolean =>
  strength === 'clear' &&
  /^veo[-_]?\d(?:[._]\d)?[-_][a-z]/.test(text.slice(start, end)) &&
  /[\w,;:)|·•–—]\s[("']?$/.test(text.slice(Math.max(0, start - 3), start)) &&
  /^(?:[,;)]?\s|\.(?:\s|$)|["'`]\s?[,)]|$)/.test(text.slice(end, end + 3));

/** A line of a text that YAML folds: words without a key. */
const isLineOfProse = ({ start }: Literal, { text, language }: Surroundings): boolean =>
  language.id === 'yaml' && /^\s+(?:[A-Za-z][\w,.'"-]* ){4,}/.test(lineBefore(text, start));

function isOtherThing({ start, end }: Literal, around: Surroundings): boolean {
  const { text } = around;
  const key =
    siblingName(text, start) ??
    keyBefore(text, start) ??
    comparedName(text, start, end) ??
    switchSubject(text, start);
  const [nearest = null] = namesAbove(start, around);
  return (
    [meaningOf(key), meaningOf(nearest)].some((meaning) => meaning === 'other' || meaning === 'name') ||
    isArgumentOfOther(text, start)
  );
}

/** `%w[veo3 veo3_fast]`, `qw(veo3 veo3-fast)`: a word of a list that needs no quotes, named after models. */
function isWordOfList({ start, end }: Literal, text: string): boolean {
  const list = /(?:%[wi]|\bqw)\s*[[({<|/]\s*(?:[\w./:@-]+\s+)*$/.exec(
    text.slice(Math.max(0, start - REACH), start),
  );
  if (list === null || !/^(?:\s+[\w./:@-]+)*\s*[\])}>|/]/.test(text.slice(end, end + REACH))) return false;
  const opens = start - list[0].length;
  return meaningOf(keyBefore(text, opens)) === 'model' || OF_MODELS.test(list[0]);
}

/** Whether the literal is a value of a table that is named after models (`LANE_TO_MODEL`), whatever its rows are called. */
const isRowOfModels = (start: number, { text, language }: Surroundings): boolean =>
  meaningOf(enclosingNames(text, start, language.id === 'yaml')[0] ?? null) === 'model';

/** `createVeoProvider('acme/veo3')`: the first argument of a call that is named after models. */
function makesModel(start: number, text: string): boolean {
  const before = lineBefore(text, start);
  const call = /\(\s?["'`]$/.exec(before);
  return call !== null && /veo|model/i.test(before.slice(0, call.index).split(/\W/).at(-1) ?? '');
}

/** What follows a quoted key. */
const KEY_SIGN = /^\\*["'`]\s*(?::|=>)/;
const PRICE = /^\\*["'`]\s*(?::|=>)\s*\d/;

/** Whether a key of labels, icons or providers is a model's all the same: a clear spelling, or one with a number. */
const isTableOfModels = ({ end, strength }: Literal, text: string, table: string | null): boolean =>
  strength === 'clear' ||
  strength === 'full' ||
  PRICE.test(text.slice(end, end + 40)) ||
  mentionsModels(table);

/** `new ProviderError('veo-3.1-fast', 'no key')`: what failed, not what is told. */
const isOfError = ({ strength }: Literal, callee: string | null): boolean =>
  strength === 'clear' && callee !== null && /(?:Error|Exception)$/.test(callee);

/** The names above a literal, the nearest first, without those that only give structure. */
function namesAbove(start: number, { text, language }: Surroundings): readonly string[] {
  const isYaml = language.id === 'yaml';
  const names = enclosingNames(text, start, isYaml).filter((name) => meaningOf(name) !== 'structure');
  if (names.length > 0) return names;
  const owner = isYaml
    ? yamlParentKey(text, start)
    : language.id === 'python'
      ? pythonClass(text, start)
      : null;
  return owner === null ? [] : [owner];
}

/** Formats whose strings need no quotes. */
const SCALAR_FORMATS: ReadonlySet<string> = new Set(['yaml', 'env', 'properties', 'ini']);

/** Languages that hold such formats in here-documents and unnamed fences. */
const HOST_LANGUAGES: ReadonlySet<string> = new Set(['bash', 'text', 'other']);

/** Whether the literal is all that stands behind its key or dash on its line, as values without quotes do. */
const isWholeScalar = ({ start, end }: Literal, text: string): boolean =>
  /^\s*(?:-\s+)*(?:(?:export\s+)?[\w."'-]+\s*[:=]\s*)?$/.test(lineBefore(text, start)) &&
  /^[ \t]*(?:\r?\n|$|#)/.test(text.slice(end, end + 20));

/** Whether a clear spelling stands as a value without quotes that is no name of the configuration's own things. */
const KEY_OF_LINE = /(?<!\w)\w+["']?\s*[:=]\s*$/;

const isClearScalar = (literal: Literal, around: Surroundings): boolean =>
  literal.strength === 'clear' && isScalarValue(literal, around);

const isScalarValue = (literal: Literal, { text, language }: Surroundings): boolean =>
  SCALAR_FORMATS.has(language.id) &&
  !/name/i.test(KEY_OF_LINE.exec(lineBefore(text, literal.start))?.[0] ?? '') &&
  isWholeScalar(literal, text);

/** `case 'veo3':` without a word on what is looked at. */
const isUnknownCase = (text: string, start: number, key: string | null): boolean =>
  key === null &&
  /(?:^|\s)case\s+["'`]$/.test(lineBefore(text, start)) &&
  switchSubject(text, start) === null;

/** `MODEL=veo3`, `--model veo3`, `model: veo3`, `MODELS=veo3,veo3-fast`: a whole value without quotes. */
function isBareModelValue(literal: Literal, { text, language }: Surroundings): boolean {
  const { start, end } = literal;
  const isConfig = language.role === 'config';
  if (isInQuotedList(text, start, end)) return true;
  if (HOST_LANGUAGES.has(language.id) && isWholeScalar(literal, text)) return true;
  if (!isBareValue(text, start, isConfig) || (isConfig && !endsValue(text, end))) return false;
  return !hasOpenQuote(text, start);
}

const endsValue = (text: string, end: number): boolean =>
  /^(?:[^\w\s]|\s*(?:[^\w\s]|\n|\r|$))/.test(text.slice(end, end + 20));

/** `MODELS: 'veo3, veo3-fast'`: an item of a list that fills a string. */
const isInQuotedList = (text: string, start: number, end: number): boolean =>
  /["'`](?:[\w./:-]+\s*,\s*)*$/.test(text.slice(Math.max(0, start - REACH), start)) &&
  /^(?:\s*,\s*[\w./:-]+)*,?\s*\\*["'`]/.test(text.slice(end, end + REACH));

/** `--models sora-2,veo3.1-fast`, `--model=veo3|veo3_fast`: an item of what a flag is given, or may be. */
const isInListOfFlag = (text: string, start: number): boolean =>
  /--[\w-]{0,20}models?[= ](?:[\w./:-]+[,|])+$/.test(lineBefore(text, start));

const isOptionValue = (text: string, start: number): boolean =>
  /<option\b[^<>]*\bvalue\s*=\s*["']$/i.test(lineBefore(text, start));
