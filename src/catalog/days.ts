// Calendar days as `YYYY-MM-DD`: check, difference and addition, without a clock or a time zone.

/** A day as `YYYY-MM-DD`. Days compare correctly as strings. */
export type Day = string;

const DAY_FORMAT = /^\d{4}-\d{2}-\d{2}$/;
const MS_PER_DAY = 86_400_000;

/** Whether the text is a day that exists in the calendar (`2026-02-30` does not). */
export function isDay(text: string): text is Day {
  return timeOrNull(text) !== null;
}

/** Days from `from` to `to`, negative when `to` is earlier. Throws a RangeError when either is no day. */
export function daysBetween(from: Day, to: Day): number {
  return (timeOf(to) - timeOf(from)) / MS_PER_DAY;
}

/** The day `count` days after `day` (before it, when negative). Throws a RangeError when `day` is none. */
export function addDays(day: Day, count: number): Day {
  return dayOfTime(timeOf(day) + count * MS_PER_DAY);
}

/** The latest of some days. */
export const laterOf = (...days: readonly Day[]): Day => days.reduce((a, b) => (b > a ? b : a));

function timeOf(day: Day): number {
  const time = timeOrNull(day);
  if (time === null) throw new RangeError(`Not a day in the form YYYY-MM-DD: ${day}`);
  return time;
}

/** Asked for with every keystroke, for every ID: so it is reckoned, which takes a tenth of parsing a date. */
function timeOrNull(text: string): number | null {
  if (!DAY_FORMAT.test(text)) return null;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  if (month < 1 || month > 12 || day < 1 || day > lengthOfMonth(year, month)) return null;
  // Years from March on, so that the leap day is the last one; 719,468 days lie before 1970.
  const inMarchYears = month > 2 ? year : year - 1;
  const monthsSinceMarch = (month + 9) % 12;
  const days =
    365 * inMarchYears + leapDays(inMarchYears) + Math.floor((153 * monthsSinceMarch + 2) / 5) + day - 1;
  return (days - 719_468) * MS_PER_DAY;
}

const leapDays = (year: number): number =>
  Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return leapDays(year) > leapDays(year - 1) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function dayOfTime(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
