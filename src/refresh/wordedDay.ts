// Days as pages write them: "June 30, 2026", "Not before May 19, 2027", "November 17, 2026 or later", "August 2026".
import { isDay } from '../catalog/days.ts';
import type { Day, EventDay, Shutdown } from '../catalog/types.ts';

/** What a cell says about a day. */
export type WordedDay =
  | { readonly kind: 'none' }
  /** There is a place for a day, and nothing stands in it: not even that there is no day. */
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'day';
      readonly day: Day;
      /** The earliest possible day, not the day itself. */
      readonly floor: boolean;
      /** The day stands in a sentence of its own making, which may mean something else. */
      readonly inProse: boolean;
      readonly said: string;
    }
  | { readonly kind: 'month'; readonly from: Day; readonly to: Day; readonly said: string }
  | { readonly kind: 'unreadable'; readonly said: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const YEAR = '(\\d{4})';
const DAY_OF_MONTH = '(\\d{1,2})(?:st|nd|rd|th)?';

/** Each form with the places of its year, month and day among its groups. A month alone comes last. */
const FORMS = [
  { pattern: new RegExp(`\\b${YEAR}-(\\d{2})-(\\d{2})(?!\\d)`, 'i'), year: 1, month: 2, day: 3 },
  { pattern: new RegExp(`\\b${MONTH} ${DAY_OF_MONTH},? ${YEAR}\\b`, 'i'), year: 3, month: 1, day: 2 },
  { pattern: new RegExp(`\\b${DAY_OF_MONTH} ${MONTH},? ${YEAR}\\b`, 'i'), year: 3, month: 2, day: 1 },
  { pattern: new RegExp(`\\b${MONTH},? ${YEAR}\\b`, 'i'), year: 2, month: 1, day: null },
] as const;

const NOTHING =
  /^(?:[-–—]*|n\/?a|tb[da]|none|no\b.*\b(?:announced|scheduled|planned|set)(?: yet)?|not (?:yet )?(?:announced|scheduled|planned)(?: yet)?|to be (?:announced|determined))\.?$/i;
const FLOOR =
  /\b(?:not before|not earlier than|no sooner than|no earlier than|on or after|at the earliest|earliest|(?:or|and) (?:later|after)|onwards?)\b/i;
/** What may stand beside a day without changing what it means; `§` is the day. */
const PLAIN =
  /^(?:(?:will be |was |is )?(?:retire[sd]?|shut ?down|shuts down|released|discontinued|turned off) )?(?:on )?§\.?$/i;
const PLAIN_FLOOR =
  /^(?:(?:not before|not earlier than|no sooner than|no earlier than|on or after|earliest:?) §|§,? (?:(?:or|and) (?:later|after)|onwards?|at the earliest|\(earliest\)))\.?$/i;

/** Footnotes, and the day of the week before a day. */
const BESIDE =
  /\[\^?\d+\]|[*†‡¹²³]|^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? (?=\w)/gi;

/** Reads a cell. */
export function wordedDay(text: string): WordedDay {
  const said = text.replace(/\s+/g, ' ').trim();
  if (said === '') return { kind: 'empty' };
  const bare = said.replace(BESIDE, '').trim();
  if (NOTHING.test(bare)) return { kind: 'none' };
  const found = onlyDate(bare);
  if (found === null) return { kind: 'unreadable', said };
  const isFloor = FLOOR.test(found.rest);
  const isPlain = PLAIN.test(found.rest) || PLAIN_FLOOR.test(found.rest);
  if (found.day !== null) return { kind: 'day', day: found.day, floor: isFloor, inProse: !isPlain, said };
  if (isFloor) return { kind: 'day', day: found.from, floor: true, inProse: !isPlain, said };
  return isPlain ? { kind: 'month', from: found.from, to: found.to, said } : { kind: 'unreadable', said };
}

interface FoundDate {
  /** Null where only the month is given. */
  readonly day: Day | null;
  readonly from: Day;
  readonly to: Day;
  /** The text with `§` in the place of the date. */
  readonly rest: string;
}

/** The one date of a text; null where there is none, or more than one. */
function onlyDate(text: string): FoundDate | null {
  for (const { pattern, year, month, day } of FORMS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const rest = text.replace(match[0], '§').trim();
    if (FORMS.some((form) => form.pattern.test(rest))) return null;
    const monthText = `${match[year]}-${monthNumber(match[month] ?? '')}`;
    const from = `${monthText}-01`;
    if (!isDay(from)) return null;
    if (day === null) return { day: null, from, to: lastDayOf(monthText), rest };
    const written = `${monthText}-${(match[day] ?? '').padStart(2, '0')}`;
    return isDay(written) ? { day: written, from, to: written, rest } : null;
  }
  return null;
}

function monthNumber(word: string): string {
  if (/^\d{2}$/.test(word)) return word;
  const index = MONTHS.findIndex((month) => word.toLowerCase().startsWith(month));
  return String(index + 1).padStart(2, '0');
}

function lastDayOf(month: string): Day {
  return ['31', '30', '29', '28'].map((day) => `${month}-${day}`).find(isDay) ?? `${month}-28`;
}

/** As a shutdown of the catalog; null where the text cannot be one. A month alone is an earliest day. */
export function asShutdown(worded: WordedDay): Shutdown | null {
  switch (worded.kind) {
    case 'none':
      return { kind: 'none' };
    case 'day':
      return { kind: worded.floor ? 'notBefore' : 'fixed', day: worded.day };
    case 'month':
      return { kind: 'notBefore', day: worded.from };
    default:
      return null;
  }
}

/** As a day on which something happened; `unknown` where the text does not say it. */
export function asEvent(worded: WordedDay | undefined): EventDay {
  if (worded?.kind === 'day' && !worded.floor && !worded.inProse) return { kind: 'on', day: worded.day };
  if (worded?.kind === 'month') return { kind: 'between', from: worded.from, to: worded.to };
  return { kind: 'unknown' };
}
