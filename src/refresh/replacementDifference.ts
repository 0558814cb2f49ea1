// The replacement that a source names for a model against the catalog's.
import type { Catalog } from '../catalog/catalog.ts';
import { statusOn } from '../catalog/lifecycle.ts';
import { isAlive } from '../catalog/replacement.ts';
import type { Day, ModelOnSurface, Replacement } from '../catalog/types.ts';
import { difference } from './rows.ts';
import type { Difference, LifecycleClaim, SourceReading } from './types.ts';

/** The row for a replacement that a source names and the catalog does not have. */
export function replacementRow(
  catalog: Catalog,
  known: Catalog,
  { model, surface, replacement: named }: LifecycleClaim,
  facts: ModelOnSurface,
  source: SourceReading,
): readonly Difference[] {
  const before = facts.replacement?.model ?? null;
  const subject = { field: 'replacement', model, surface };
  const onlySaid = (after: string, doubt: string) => [
    difference(catalog, subject, { before: before ?? 'none', after, doubts: [doubt], edit: null }, source),
  ];
  if (named === undefined) return [];
  if (named === null)
    return before !== null &&
      isCitedFrom(facts, source) &&
      statusOn(catalog, model, surface, source.day) !== 'shut-down'
      ? onlySaid('empty', 'it is no longer named')
      : [];
  if (before !== null && named.ids.includes(before)) return [];
  const id = named.ids.find((candidate) => isLiving(known, candidate, surface, source.day)) ?? named.ids[0];
  if (id === undefined) return before === null ? [] : onlySaid(named.said, 'no model ID can be read in it');
  if (id === model) return [];
  const doubts = [
    ...(named.glued ? [`words are glued to the ID: "${named.said}"`] : []),
    ...replacementDoubts(known, id, surface, source.day),
  ];
  const isThere = known.model(id)?.surfaces[surface] !== undefined;
  const replacement = isThere ? replacementBy(catalog, model, id, surface) : null;
  return [
    difference(
      catalog,
      subject,
      {
        before: before ?? 'none',
        after: id,
        doubts,
        edit: replacement === null ? null : { kind: 'facts', model, surface, set: { replacement } },
      },
      source,
    ),
  ];
}

/** Whether the facts were taken from this source before. */
const isCitedFrom = ({ sources }: ModelOnSurface, { reader }: SourceReading): boolean =>
  sources.some((key) => key === reader.key || key.startsWith(`${reader.key}-`));

const isLiving = (known: Catalog, id: string, surface: string, day: Day): boolean =>
  known.model(id)?.surfaces[surface] !== undefined && isAlive(statusOn(known, id, surface, day));

function replacementDoubts(known: Catalog, id: string, surface: string, day: Day): readonly string[] {
  if (known.model(id) === undefined) return [`${id} is not a known model ID`];
  if (known.model(id)?.surfaces[surface] === undefined) return [`${id} is not known on that surface`];
  if (isLiving(known, id, surface, day)) return [];
  const isGone = statusOn(known, id, surface, day) === 'shut-down';
  return [isGone ? `${id} was itself shut down by ${day}` : `${id} is not known to answer on ${day}`];
}

/** What changes with a replacement is taken from a row that already has it; another family means another API. */
export function replacementBy(catalog: Catalog, model: string, id: string, surface: string): Replacement {
  const isOmni = (name: string) => name.startsWith('gemini-omni');
  if (isOmni(model) === isOmni(id)) return { model: id, sameApi: true, change: '' };
  const alike = catalog.models
    .map(({ surfaces }) => surfaces[surface]?.replacement)
    .find((candidate) => candidate != null && !candidate.sameApi && isOmni(candidate.model) === isOmni(id));
  const change =
    alike?.change.replaceAll(alike.model, id) ??
    `Move to ${id}, which is called through another API: another request body, parameters and price unit.`;
  return { model: id, sameApi: false, change };
}
