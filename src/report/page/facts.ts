// The facts about the model IDs in use: their days on each surface, and their prices over time.

import type { Catalog } from '../../catalog/catalog.ts';
import { addDays } from '../../catalog/days.ts';
import { lifecycleOn, provedDay } from '../../catalog/lifecycle.ts';
import { spannedSurfaces } from '../../catalog/price.ts';
import { lastProbe } from '../../catalog/sightings.ts';
import { sourceWords } from '../../catalog/sources.ts';
import { compareTexts } from '../../order.ts';
import { t } from '../../words/words.ts';
import { modelDetail, modelKey } from '../detail/model.ts';
import type { PageDetail } from '../detail/types.ts';
import type { RunAudit } from '../types.ts';
import { placesOf } from './places.ts';
import { NEAR_DAYS, type PageLifecycle, type PagePlace, type PagePrice } from './types.ts';

/** A model ID in use and where it goes; `unknown` where the text does not show it. */
export interface ModelUse {
  readonly model: string;
  readonly surface: string;
  readonly place: PagePlace;
}

/** Each model ID in use on each surface that it may go to, the earliest end first. */
export function lifecyclesOf(
  uses: readonly ModelUse[],
  { asOf, catalog }: Pick<RunAudit, 'asOf' | 'catalog'>,
): readonly PageLifecycle[] {
  const found = new Map<string, PageLifecycle>();
  for (const { model, surface: asked, place } of uses) {
    for (const { surface, status, facts } of lifecycleOn(catalog, model, asked, asOf).surfaces) {
      const key = `${model}\n${surface}`;
      const { shutdown } = facts;
      const probe = lastProbe(facts, asOf);
      found.set(key, {
        detail: modelKey(model, surface),
        model,
        surface: catalog.surface(surface)?.name ?? surface,
        status,
        released: provedDay(facts.released),
        end: shutdown.kind === 'none' ? null : { kind: shutdown.kind, day: shutdown.day },
        endsSoon:
          status !== 'shut-down' && shutdown.kind !== 'none' && shutdown.day <= addDays(asOf, NEAR_DAYS),
        source: sourceWords(catalog, facts.sources),
        checkedOn: facts.checkedOn,
        probed: probe === undefined ? null : { day: probe.day, saw: probe.saw },
        places: [...(found.get(key)?.places ?? []), place],
      });
    }
  }
  const endOf = ({ end }: PageLifecycle): string => end?.day ?? '9999';
  return [...found.values()].toSorted((a, b) => compareTexts(endOf(a), endOf(b)));
}

/** All that is known of each model ID in use, a page for each surface that it may go to. */
export function modelDetails(
  uses: readonly ModelUse[],
  { asOf, catalog }: Pick<RunAudit, 'asOf' | 'catalog'>,
): readonly PageDetail[] {
  const pages = distinct(uses).flatMap(({ model, surface: asked }) =>
    lifecycleOn(catalog, model, asked, asOf).surfaces.map(({ surface }) =>
      modelDetail(catalog, model, surface, asOf),
    ),
  );
  return [...new Map(pages.map((page) => [page.key, page])).values()];
}

/** Every price row of the model IDs in use, past ones included. */
export function pricesOf(uses: readonly ModelUse[], catalog: Catalog): readonly PagePrice[] {
  return distinct(uses).flatMap(({ model, surface: asked }) => {
    return spannedSurfaces(catalog, model, asked).flatMap((surface) =>
      catalog.priceRows(model, surface).map((row) => ({
        ...{ model, resolution: row.resolution, audio: row.audio, usd: row.usd, unit: row.unit },
        ...{ from: row.from, to: row.to },
        surface: catalog.surface(surface)?.name ?? surface,
        source: t('{0}, checked {1}', sourceWords(catalog, row.sources), row.checkedOn),
      })),
    );
  });
}

/** Each model ID with each surface that it is used with, once. */
const distinct = (uses: readonly ModelUse[]): readonly ModelUse[] => [
  ...new Map(uses.map((use) => [`${use.model}\n${use.surface}`, use])).values(),
];

/** The model IDs in the files of a run. */
export function usesOf(run: RunAudit): readonly ModelUse[] {
  const placeOf = placesOf(run);
  return run.audits.flatMap(({ document, references }) =>
    references.flatMap(({ model, surface, start }) =>
      model === null ? [] : [{ model, surface, place: placeOf(document.path, start) }],
    ),
  );
}
