// The facts that a page confirms: it gives the same day, or says as the catalog does that there is none.
import type { Catalog } from '../catalog/catalog.ts';
import type { ModelOnSurface, Shutdown } from '../catalog/types.ts';
import { isSameShutdown, lifecycleClaims } from './lifecycleDifference.ts';
import { wordingDoubts } from './rows.ts';
import type { Difference, LifecycleClaim, SourceReading } from './types.ts';
import { asShutdown, type WordedDay } from './wordedDay.ts';

/**
 * One row for all facts of a source that stand as they were; none where there are none.
 * @param changes every other row of the refresh: what one of them is about is not confirmed
 */
export function confirmation(
  catalog: Catalog,
  source: SourceReading,
  changes: readonly Difference[],
): readonly Difference[] {
  const { reader, day } = source;
  if (!reader.listsModels) return [];
  const judged = lifecycleClaims(source).flatMap((claim) => {
    const facts = catalog.model(claim.model)?.surfaces[claim.surface];
    return facts === undefined ? [] : [{ claim, facts }];
  });
  const confirmed = judged.filter(
    ({ claim, facts }) =>
      says(claim.shutdown, facts.shutdown) &&
      facts.checkedOn < day &&
      !changes.some((row) => row.evidence === 'official' && isAbout(row, claim)),
  );
  const [oldest] = confirmed.map(({ facts }) => facts.checkedOn).toSorted();
  if (oldest === undefined) return [];
  const rows = confirmed.map(({ claim: { model, surface } }) => ({ model, surface }));
  const isOld = judged.some(({ claim, facts }) => isOlder(claim, facts));
  return [
    {
      id: `checked:${reader.name}`,
      what: `facts that stand as they were: ${rows.map(({ model }) => model).join(', ')}`,
      before: `checked on ${oldest}${confirmed.length > 1 ? ' or later' : ''}`,
      after: `checked on ${day}`,
      source: reader.name,
      day,
      evidence: reader.evidence,
      doubts: isOld ? ['the page may be an old copy: it lacks a date that the catalog has'] : [],
      edit: { kind: 'checked', rows },
    },
  ];
}

/** Whether a source says this plainly, and not in a sentence that may mean something else. */
export function says(worded: WordedDay | undefined, shutdown: Shutdown): boolean {
  if (worded === undefined || wordingDoubts(worded).length > 0) return false;
  const said = asShutdown(worded);
  return said !== null && isSameShutdown(said, shutdown);
}

const isAbout = ({ id }: Difference, { model, surface }: LifecycleClaim): boolean =>
  id.slice(id.indexOf(':') + 1, id.lastIndexOf('/')) === `${model}@${surface}`;

/** A date that was published and is gone, or was earlier: an old copy looks so. */
function isOlder({ shutdown: worded }: LifecycleClaim, { shutdown }: ModelOnSurface): boolean {
  const said = worded === undefined ? null : asShutdown(worded);
  if (said === null || shutdown.kind === 'none') return false;
  return said.kind === 'none' || said.day < shutdown.day;
}
