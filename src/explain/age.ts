// How old the facts behind an ID are, in one sentence, where that matters.
import { STALE_AFTER_DAYS } from '../audit/rules/staleCatalog.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { daysBetween } from '../catalog/days.ts';
import { probeAfterShutdown } from '../catalog/sightings.ts';
import type { Day, SurfaceId } from '../catalog/types.ts';
import { usedFacts } from '../refresh/ages.ts';
import { t } from '../words/words.ts';

/**
 * Null where the facts are young and no day has passed on which they may have changed. A day that has passed is settled by
 * the answer of the surface itself, as long as that is young.
 */
export function ageWords(
  catalog: Catalog,
  used: { readonly model: string | null; readonly surface: SurfaceId },
  asOf: Day,
): string | null {
  const facts = usedFacts(catalog, [used], asOf).filter(
    ({ model, surface }) => !isSettled(catalog, model, surface, asOf),
  );
  const due = facts.find((one) => one.due !== null);
  if (due !== undefined)
    return t('Checked on {0}; it may have ended any day since {1}.', due.checkedOn, String(due.due));
  const old = facts.find(({ ageDays }) => ageDays > STALE_AFTER_DAYS);
  return old === undefined ? null : t('Checked on {0}, {1} days ago.', old.checkedOn, old.ageDays);
}

function isSettled(catalog: Catalog, model: string, surface: SurfaceId, asOf: Day): boolean {
  const facts = catalog.model(model)?.surfaces[surface];
  const probe = facts === undefined ? undefined : probeAfterShutdown(facts, asOf);
  return probe !== undefined && daysBetween(probe.day, asOf) <= STALE_AFTER_DAYS;
}
