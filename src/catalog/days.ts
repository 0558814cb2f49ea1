// Calendar days as `YYYY-MM-DD`: check, difference and addition, without a clock or a time zone.
import type { Day } from './types.ts';

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

function timeOf(day: Day): number {
  const time = timeOrNull(day);
  if (time === null) throw new RangeError(`Not a day in the form YYYY-MM-DD: ${day}`);
  return time;
}

/** Asked for with every keystroke, for every ID: so nothing is formatted to see whether a day exists. */
function timeOrNull(text: string): number | null {
  if (!DAY_FORMAT.test(text)) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  // A day too many rolls over into the next month.
  return new Date(time).getUTCDate() === Number(text.slice(8)) ? time : null;
}

function dayOfTime(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
