// What speaks against a new date.
import { daysBetween } from '../catalog/days.ts';
import type { Day, EventDay, ModelOnSurface, Shutdown } from '../catalog/types.ts';
import { wordingDoubts } from './rows.ts';
import type { SourceReading } from './types.ts';
import { asEvent, type WordedDay } from './wordedDay.ts';

/** Nobody announces a shutdown so far ahead, nor one so long after it happened. */
const FAR_DAYS = 5 * 366;

/** One clause for each reason to look before the date is accepted. */
export function shutdownDoubts(
  { shutdown: before }: Pick<ModelOnSurface, 'shutdown'>,
  after: Shutdown,
  { reader, day }: SourceReading,
): readonly string[] {
  if (after.kind === 'none')
    return before.kind === 'none'
      ? []
      : [`a date that was published (${before.day}) is gone`, ...revived(before, after, day)];
  const promise = reader.name === 'vertex-model-versions' ? ', which the page promises not to do' : '';
  return [
    ...(before.kind !== 'none' && after.day < before.day ? [`the date moves earlier${promise}`] : []),
    ...revived(before, after, day),
    ...(Math.abs(daysBetween(day, after.day)) > FAR_DAYS
      ? [`${after.day} is more than five years away`]
      : []),
  ];
}

/** What speaks against the release day of a model that is new. A page may leave it out. */
export function releaseDoubts(worded: WordedDay | undefined, { day }: SourceReading): readonly string[] {
  if (worded === undefined || worded.kind === 'empty' || worded.kind === 'none') return [];
  const released = asEvent(worded);
  const from =
    released.kind === 'between' ? released.from : released.kind === 'unknown' ? null : released.day;
  return [
    ...wordingDoubts(worded).map((doubt) => `release: ${doubt}`),
    ...(from !== null && from > day ? [`it is to be released on ${from}, which has not come`] : []),
  ];
}

function revived(before: Shutdown, after: Shutdown, day: Day): readonly string[] {
  if (before.kind !== 'fixed' || before.day > day) return [];
  if (after.kind === 'fixed' && after.day <= day) return [];
  return [`it counts as shut down since ${before.day}, and this would bring it back`];
}

/** When a date that is new was announced: since the last check. Null where the catalog knows it, or nothing can be said. */
export function announcementOf(facts: ModelOnSurface, after: Shutdown, day: Day): EventDay | null {
  if (after.kind !== 'fixed' || facts.announced.kind !== 'unknown' || facts.shutdown.kind === 'fixed')
    return null;
  return facts.checkedOn < day && day <= after.day
    ? { kind: 'between', from: facts.checkedOn, to: day }
    : null;
}
