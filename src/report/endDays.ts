// The published days on which the model IDs in use end, or may end, from the day of the run on.

import { isOnlySpokenOf } from '../audit/wording.ts';
import { lifecycleOn } from '../catalog/lifecycle.ts';
import type { Day, SurfaceId } from '../catalog/types.ts';
import { positionCounter } from '../detect/lines.ts';
import { compareTexts } from '../order.ts';
import type { RunAudit } from './types.ts';

export interface EndDay {
  readonly day: Day;
  readonly model: string;
  readonly surface: SurfaceId;
  /** `fixed`: it is shut down on that day. `notBefore`: that is the earliest day on which it may be. */
  readonly kind: 'fixed' | 'notBefore';
  /** Keys of the catalog's sources. */
  readonly sources: readonly string[];
  readonly checkedOn: Day;
  /** Where the ID stands, as `file:line`. */
  readonly places: readonly string[];
}

/** The end days that are ahead on the day of the run, the earliest first; each model and surface once. */
export function endDays({ audits, asOf, catalog }: RunAudit): readonly EndDay[] {
  const found = new Map<string, EndDay>();
  for (const { document, references } of audits) {
    const at = positionCounter(document.text);
    for (const reference of references) {
      const { model, surface: asked, start } = reference;
      // What is only spoken of cannot end for anybody.
      if (model === null || isOnlySpokenOf(reference)) continue;
      const place = `${document.path}:${at(start).line}`;
      for (const { surface, facts } of lifecycleOn(catalog, model, asked, asOf).surfaces) {
        const { shutdown, sources, checkedOn } = facts;
        if (shutdown.kind === 'none' || shutdown.day < asOf) continue;
        const key = `${model}\n${surface}`;
        const places = [...(found.get(key)?.places ?? []), place];
        found.set(key, { ...shutdown, model, surface, sources, checkedOn, places });
      }
    }
  }
  return [...found.values()].toSorted((a, b) => compareTexts(a.day, b.day));
}
