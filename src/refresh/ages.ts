// How old the facts are: of each kind, and of the models that a workspace uses, with the days that have come since.
import type { Catalog } from '../catalog/catalog.ts';
import { daysBetween } from '../catalog/days.ts';
import { lifecycleOn } from '../catalog/lifecycle.ts';
import type { Day, SurfaceId } from '../catalog/types.ts';

export interface KindAge {
  readonly kind: 'lifecycle' | 'prices' | 'limits' | 'spellings';
  readonly rows: number;
  readonly oldest: Day;
  readonly newest: Day;
}

/** The days on which the facts of each kind were checked. */
export function kindAges(catalog: Catalog): readonly KindAge[] {
  const { models, prices, constraints, aliases } = catalog.data;
  const lifecycles = models.flatMap(({ surfaces }) => Object.values(surfaces));
  return (
    [
      ['lifecycle', lifecycles],
      ['prices', prices],
      ['limits', constraints],
      ['spellings', aliases],
    ] as const
  ).flatMap(([kind, rows]) => {
    const days = rows.map(({ checkedOn }) => checkedOn).toSorted();
    const [oldest, newest] = [days[0], days.at(-1)];
    return oldest === undefined || newest === undefined ? [] : [{ kind, rows: rows.length, oldest, newest }];
  });
}

/** Facts that a workspace depends on. */
export interface UsedFacts {
  readonly model: string;
  readonly surface: SurfaceId;
  readonly checkedOn: Day;
  readonly ageDays: number;
  /** The earliest retirement day, where it has passed and nothing newer is known; null otherwise. */
  readonly due: Day | null;
}

interface Used {
  readonly model: string | null;
  readonly surface: SurfaceId;
}

/** The facts behind the IDs in use, what is due first and then the oldest; each model and surface once. */
export function usedFacts(catalog: Catalog, used: readonly Used[], asOf: Day): readonly UsedFacts[] {
  const found = new Map<string, UsedFacts>();
  for (const { model, surface: asked } of used) {
    if (model === null) continue;
    for (const { surface, status, facts } of lifecycleOn(catalog, model, asked, asOf).surfaces) {
      const { checkedOn, shutdown } = facts;
      const due = status === 'retirement-window' && shutdown.kind === 'notBefore' ? shutdown.day : null;
      const ageDays = Math.max(0, daysBetween(checkedOn, asOf));
      found.set(`${model}\n${surface}`, { model, surface, checkedOn, ageDays, due });
    }
  }
  return [...found.values()].toSorted(
    (a, b) =>
      Number(b.due !== null) - Number(a.due !== null) ||
      b.ageDays - a.ageDays ||
      (a.model < b.model ? -1 : 1),
  );
}
