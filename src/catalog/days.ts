// Calendar days as `YYYY-MM-DD`: check, difference and addition, without a clock or a time zone.
import type { Day } from './types.ts';

const DAY_FORMAT = /^\d{4}-\d{2}-\d{2}$/;
const MS_PER_DAY = 86_400_000;

/** Whether the text is a day that exists in the calendar (`2026-02-30` does not). */
export function isDay(text: string): text is Day {
  if (!DAY_FORMAT.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && dayOfTime(time) === text;
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
  if (!isDay(day)) throw new RangeError(`Not a day in the form YYYY-MM-DD: ${day}`);
  return Date.parse(`${day}T00:00:00Z`);
}

function dayOfTime(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
