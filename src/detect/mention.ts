// Where a text only speaks of a spelling, yet sets it apart as one: a code span, a cell, an element, a list of choices.
import { keyBefore } from './keyBefore.ts';
import { meaningOf } from './keyMeaning.ts';
import { isQuoted, lineBefore, REACH } from './quotes.ts';
import { isProject, type Strength } from './spelling.ts';
import type { Role } from './types.ts';
import { OF_MODELS } from './vocabulary/keys.ts';
import { NAMED_THING, NAMING_WORD, TITLE_TAG } from './vocabulary/mentions.ts';

/** A spelling in a text, with the routers that stand in front of it. Offsets are UTF-16 code units. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly strength: Strength;
  /** Whether an unknown router stands in front of it. */
  readonly routed: boolean;
}

/** Whether prose or a comment sets the spelling apart from its words, as one does with an ID. */
export function isSetApart(mention: Mention, text: string, role: Role): boolean {
  const { start, end, strength, routed } = mention;
  if (strength === 'loose') return false;
  if (strength === 'cased')
    return role === 'prose' && fillsCodeSpan(text, start, end) && OF_MODEL.test(lineAround(text, start, end));
  if (routed && (strength === 'bare' || strength === 'slug' || isProject(text.slice(start, end))))
    return false;
  if (fillsCodeSpan(text, start, end))
    return !isNamedThing(text, start - 1, end + 1) && mayFillSpan(mention, text);
  if (strength === 'slug') return false;
  if (!routed && isInBracket(mention, text)) return true;
  if (isCompound(mention, text) || isRemarked(mention, text, role)) return true;
  if (role === 'comment') return false;
  if (fillsLineOfList(text, start, end)) return true;
  return fillsCell(text, start, end) || fillsElement(text, start, end) || isQuotedItem(text, start, end);
}

/** `veo3.1` between backticks, one or two, escaped or not. */
const fillsCodeSpan = (text: string, start: number, end: number): boolean =>
  text[start - 1] === '`' && /^\\?`/.test(text.slice(end, end + 2));

/** `veo_3_1` in a code span may be any variable; `veo-3-1` is how gateways write the version, and `omni-flash` Omni. */
const mayFillSpan = ({ start, end, strength }: Mention, text: string): boolean =>
  strength !== 'slug' || /veo-\d-\d|^(?:veo-)?omni-/.test(text.slice(start, end));

/** Whether the words around a span say that it is a folder, a command or a branch. */
const isNamedThing = (text: string, start: number, end: number): boolean =>
  NAMED_THING.test(text.slice(end, end + 24)) ||
  NAMING_WORD.test(lineBefore(text, start)) ||
  meaningOf(keyBefore(text, start)) === 'other';

/** A quoted word in a comment, or one that stands behind a key as a value does. */
function isRemarked({ start, end, strength }: Mention, text: string, role: Role): boolean {
  const meaning = meaningOf(keyBefore(text, start));
  const isBare = strength === 'bare';
  if (role === 'comment' && isQuoted(text, start, end))
    return (
      meaning !== 'other' && !isNamedThing(text, start, end) && (!isBare || isModelRemark(text, start, end))
    );
  if (meaning !== 'model') return false;
  if (isValueOfQuotedKey(text, start, end)) return true;
  return isBare ? isLineOfBody(text, start, end) : endsWord(text, end);
}

/** `{"model":"veo-3-fast","prompt":…`: an object that prose shows. */
const isValueOfQuotedKey = (text: string, start: number, end: number): boolean =>
  /[{,]\s*"[\w-]+"\s*:\s*"$/.test(lineBefore(text, start)) && /^"\s*[,}]/.test(text.slice(end, end + 4));

/** `"model": "veo3",`: a line of a body that nobody put into a fence. */
const isLineOfBody = (text: string, start: number, end: number): boolean =>
  isQuoted(text, start, end) && /^\s*["'`][\w-]+["'`]\s*:\s*["'`]$/.test(lineBefore(text, start));

/** A line that is nothing but the spelling, above or below another one of the family: a list without signs. */
function fillsLineOfList(text: string, start: number, end: number): boolean {
  if (lineBefore(text, start).trim() !== '') return false;
  const after = text.slice(end, end + REACH).split('\n');
  const above =
    text
      .slice(Math.max(0, start - REACH), start)
      .split('\n')
      .at(-2) ?? '';
  return (after[0] ?? '').trim() === '' && [above, after[1] ?? ''].some((line) => LINE_OF_LIST.test(line));
}

const LINE_OF_LIST = /^\s*(?:[\w.-]+\/)?veo[-_]?\d(?:[._-]\d)?[-_][a-z][\w.-]*\s*$/;

/** `veo3_fast`, `veo-3.1-lite`: joined as nobody writes a word, and standing alone. */
const isCompound = ({ start, end, routed }: Mention, text: string): boolean =>
  !routed &&
  COMPOUND.test(text.slice(start, end)) &&
  /(?:^|[\s(,;:|*=>，：、（])$/.test(text.slice(Math.max(0, start - 1), start)) &&
  (endsWord(text, end) || /^[`，。、）；]/.test(text.slice(end, end + 1))) &&
  !isNamedThing(text, start, end);

/** A word of its own that remarks use for what the same text sends, where it is more than a product's name. */
export const isRepeatedRemark = ({ start, end, strength }: Mention, text: string): boolean =>
  (strength === 'clear' || strength === 'slug') &&
  /(?:^|[\s(,;:|*=>"'`])$/.test(text.slice(Math.max(0, start - 1), start)) &&
  /^(?:[\s,;:)\]|*"'`]|$|[.!?](?:\s|$))/.test(text.slice(end, end + 2)) &&
  !isNamedThing(text, start, end);

/** Whether a line with a bare version is about models; lists of providers hold the same word. */
const isModelRemark = (text: string, start: number, end: number): boolean =>
  !/provider|vendor|platform/i.test(lineAround(text, start, end)) && isSpokenFor(text, start, end);

/** The line without what stands at `[start, end)`. */
function lineAround(text: string, start: number, end: number): string {
  const after = text.slice(end, end + REACH);
  return lineBefore(text, start) + after.slice(0, after.search(/\n|$/));
}

/** Words by which a line is about models: a constant is spelled in capitals, too. */
const OF_MODEL = /\bmodels?\b|\bveo \d/i;

const COMPOUND = /^(?!.*generate)veo[-_]?\d(?:[._-]\d)?[-_][a-z]/;

/** How far around a bare `veo3` something must speak of models or videos. */
const NEARBY = 400;

/** Whether the text around a bare version speaks of models and videos: by itself it may be a program or a target. */
export const isSpokenFor = (text: string, start: number, end: number): boolean =>
  OF_MODELS.test(text.slice(Math.max(0, start - NEARBY), start)) ||
  OF_MODELS.test(text.slice(end, end + NEARBY));

const endsWord = (text: string, end: number): boolean =>
  /^(?:[\s,;)\]|]|$|\.(?:\s|$))/.test(text.slice(end, end + 2));

/** `| veo3 |` in a table. */
const fillsCell = (text: string, start: number, end: number): boolean =>
  /^\s*\|(?:[^\n]*\|)?\s*$/.test(lineBefore(text, start)) && /^[ \t]*\|/.test(text.slice(end, end + REACH));

/** `<td>veo3</td>`: all that an element says, where it is no title. */
function fillsElement(text: string, start: number, end: number): boolean {
  if (!/^\s*<\//.test(text.slice(end, end + 40))) return false;
  const before = text.slice(Math.max(0, start - REACH), start);
  return /<[a-z][\w-]*(?:\s[^<>]*)?>\s*$/i.test(before) && !TITLE_TAG.test(before);
}

/** Quotes in a bullet or a table: prose writes them around names that are typed. */
const isQuotedItem = (text: string, start: number, end: number): boolean =>
  isQuoted(text, start, end) && /^\s*(?:[-*+|]|\d+[.)])/.test(lineBefore(text, start));

/** `["kling3_0", "veo3_1", "seedance_2_0"]`: an item of a list that holds models of other vendors with their versions. */
export function isAmongModels(start: number, end: number, text: string): boolean {
  const after = ITEMS_TO_RIGHT.exec(text.slice(end + 1, end + REACH))?.[0] ?? '';
  const items = [...itemsBefore(text.slice(Math.max(0, start - REACH), start - 1)), after];
  return new Set(items.join(' ').match(OTHER_MODEL) ?? []).size > 1;
}

/** The quoted items of a list that a text ends with, the last first. */
function itemsBefore(left: string): readonly string[] {
  const last = LAST_ITEM.exec(left);
  return last === null ? [] : [last[0], ...itemsBefore(left.slice(0, last.index))];
}

const LAST_ITEM = /["'][\w./:-]{1,60}["']\s{0,40},\s{0,40}$/;
const ITEMS_TO_RIGHT = /^(?:\s*,\s*["'][\w./:-]{1,60}["'](?=\s*[,\])}]))+/;

/** A model of another vendor with its version, as a whole item. */
const OTHER_MODEL =
  /["'](?:[\w.-]+\/)?(?:kling|seedance|wan|minimax|hailuo|sora|gen|ray|pixverse|vidu|ltx|hunyuan|runway)[a-z]*[-_.]?v?\d[\w.-]*["']/g;

/** `must be one of veo3, veo3_fast`, `Supported models: 'veo3' | 'veo3.1'`: an item of the choices that a sentence names. */
export function isChoice({ start, end, strength, routed }: Mention, text: string): boolean {
  if (strength === 'loose' || strength === 'cased' || strength === 'slug' || routed) return false;
  const before = text.slice(Math.max(0, start - REACH), start).replace(/(?<!["'`[({])["'`[({]+$/, '');
  const list = ITEMS_BEFORE.exec(before)?.[0] ?? '';
  if (!CHOICES.test(before.slice(0, before.length - list.length))) return false;
  return list !== '' || ITEM_AFTER.test(text.slice(end, end + 8));
}

/** `Google Veo (veo-2, veo-3.1)`: one of several spellings of Veo that fill a bracket behind words. */
function isInBracket({ start, end }: Mention, text: string): boolean {
  const before = BRACKET_BEFORE.exec(lineBefore(text, start))?.[1];
  const after = BRACKET_AFTER.exec(text.slice(end, end + REACH))?.[1];
  return before !== undefined && after !== undefined && before + after !== '';
}

const BRACKET_BEFORE = /\w \(((?:veo-?\d[\w.-]{0,40}(?:,| or| \/) ?){0,20})$/;
const BRACKET_AFTER = /^((?:(?:,| or| \/) ?veo-?\d[\w.-]{0,40}){0,20})\)/;

/** Items in front of a choice; a slash is a part of an item unless it stands between blanks. */
const ITEMS_BEFORE = /(?:(?<![\w./:@-])[\w./:@-]+["'`]?(?:\s?[,|]|\s(?:\/|or|and)(?=\s))\s*["'`]?)+$/;
const ITEM_AFTER = /^["'`]?(?:\s?[,|]|\s(?:\/|or|and)\s)/;

const CHOICES =
  /\b(?:(?:must|should|has to|needs to) be(?: (?:one|either) of)?|one of|either|(?:supported|allowed|valid|available|known|accepted|expected)(?: (?:video |veo )?(?:models?|ids?|values?|options?|engines?))?(?: (?:are|is))?|choose (?:from|between)|pick (?:from|between)|(?<=["'`])models?(?= ?:))\s?:?\s?[[({]?\s?["'`]?$/i;
