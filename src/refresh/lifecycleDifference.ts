// What a source says of a model that the catalog has: its days and its replacement against the catalog's.
import type { Catalog } from '../catalog/catalog.ts';
import { statusOn } from '../catalog/lifecycle.ts';
import { isAlive } from '../catalog/replacement.ts';
import type { Day, EventDay, ModelOnSurface, Replacement, Shutdown } from '../catalog/types.ts';
import { announcementOf, shutdownDoubts } from './doubts.ts';
import { difference, eventText, shutdownText, wordingDoubts } from './rows.ts';
import type { Difference, LifecycleClaim, SourceReading } from './types.ts';
import { asEvent, asShutdown } from './wordedDay.ts';

/**
 * The differences of one source, and one row that says which facts it confirms.
 * @param known the catalog with the models that the sources add
 */
export function lifecycleDifferences(
  catalog: Catalog,
  known: Catalog,
  source: SourceReading,
): readonly Difference[] {
  const judged = source.reading.claims
    .filter((claim) => claim.kind === 'lifecycle')
    .flatMap((claim) => {
      const facts = catalog.model(claim.model)?.surfaces[claim.surface];
      return facts === undefined
        ? []
        : [{ claim, facts, rows: claimRows(catalog, known, claim, facts, source) }];
    });
  const confirmed = judged.filter(
    ({ claim, facts, rows }) => rows.length === 0 && confirms(claim, facts, source),
  );
  return [...judged.flatMap(({ rows }) => rows), ...confirmation(confirmed, source)];
}

/** A page confirms a row when it gives the same day, or says as the catalog does that there is none. */
function confirms(
  { shutdown }: LifecycleClaim,
  facts: ModelOnSurface,
  { reader, day }: SourceReading,
): boolean {
  return reader.listsModels && shutdown !== undefined && facts.checkedOn < day;
}

function confirmation(
  confirmed: readonly { readonly claim: LifecycleClaim; readonly facts: ModelOnSurface }[],
  { reader, day }: SourceReading,
): readonly Difference[] {
  const [oldest] = confirmed.map(({ facts }) => facts.checkedOn).toSorted();
  if (oldest === undefined) return [];
  const rows = confirmed.map(({ claim: { model, surface } }) => ({ model, surface }));
  return [
    {
      id: `checked:${reader.name}`,
      what: `facts that stand as they were: ${rows.map(({ model }) => model).join(', ')}`,
      before: `checked on ${oldest}${confirmed.length > 1 ? ' or later' : ''}`,
      after: `checked on ${day}`,
      source: reader.name,
      day,
      evidence: reader.evidence,
      doubts: [],
      edit: { kind: 'checked', rows },
    },
  ];
}

function claimRows(
  catalog: Catalog,
  known: Catalog,
  claim: LifecycleClaim,
  facts: ModelOnSurface,
  source: SourceReading,
): readonly Difference[] {
  return [
    ...stageRow(catalog, claim, facts, source),
    ...eventRow(catalog, 'released', claim, facts, source),
    ...eventRow(catalog, 'announced', claim, facts, source),
    ...shutdownRow(catalog, claim, facts, source),
    ...replacementRow(catalog, known, claim, facts, source),
  ];
}

/** Only a model's own page says its stage; a table's is guessed from where a row stands. */
function stageRow(
  catalog: Catalog,
  { model, surface, stage }: LifecycleClaim,
  facts: ModelOnSurface,
  source: SourceReading,
): readonly Difference[] {
  if (stage === undefined || source.reader.name !== 'vertex-model-page' || stage === facts.stage) return [];
  const told = { before: facts.stage, after: stage };
  const edit = { kind: 'facts', model, surface, set: { stage } } as const;
  return [difference(catalog, { field: 'stage', model, surface }, { ...told, edit }, source)];
}

function eventRow(
  catalog: Catalog,
  field: 'released' | 'announced',
  claim: LifecycleClaim,
  facts: ModelOnSurface,
  source: SourceReading,
): readonly Difference[] {
  const { model, surface, announced } = claim;
  const after: EventDay =
    field === 'released'
      ? asEvent(claim.released)
      : announced === undefined
        ? { kind: 'unknown' }
        : { kind: 'on', day: announced };
  const before = facts[field];
  if (after.kind === 'unknown' || agrees(before, after)) return [];
  // The row itself says that pages disagree about this day.
  if (after.kind === 'on' && facts.note.includes(after.day)) return [];
  const isFirm = before.kind === 'on' || (before.kind === 'between' && !isWithin(after, before));
  return [
    difference(
      catalog,
      { field, model, surface },
      {
        before: eventText(before),
        after: eventText(after),
        doubts: isFirm ? ['the catalog has another day from another page'] : [],
        edit: { kind: 'facts', model, surface, set: { [field]: after } },
      },
      source,
    ),
  ];
}

/** Whether the source says nothing that the catalog does not say at least as exactly. */
function agrees(before: EventDay, after: EventDay): boolean {
  if (before.kind === 'unknown' || after.kind === 'unknown') return false;
  if (after.kind === 'between') return before.kind === 'between' || isWithin(before, after);
  return before.kind !== 'between' && before.day === after.day;
}

const isWithin = (event: EventDay, { from, to }: EventDay & { kind: 'between' }): boolean =>
  (event.kind === 'on' || event.kind === 'inferred') && from <= event.day && event.day <= to;

function shutdownRow(
  catalog: Catalog,
  { model, surface, shutdown: worded }: LifecycleClaim,
  facts: ModelOnSurface,
  source: SourceReading,
): readonly Difference[] {
  if (worded === undefined) return [];
  const after = asShutdown(worded);
  if (after !== null && isSameShutdown(facts.shutdown, after)) return [];
  const subject = { field: 'shutdown', model, surface };
  const before = shutdownText(facts.shutdown);
  if (after === null) {
    const said = worded.kind === 'unreadable' ? worded.said : '';
    return [
      difference(
        catalog,
        subject,
        { before, after: said, doubts: wordingDoubts(worded), edit: null },
        source,
      ),
    ];
  }
  const doubts = [...wordingDoubts(worded), ...shutdownDoubts(facts, after, source)];
  const announced = announcementOf(facts, after, source.day);
  const set = announced === null ? { shutdown: after } : { shutdown: after, announced };
  const edit = { kind: 'facts', model, surface, set } as const;
  return [difference(catalog, subject, { before, after: shutdownText(after), doubts, edit }, source)];
}

const isSameShutdown = (a: Shutdown, b: Shutdown): boolean => shutdownText(a) === shutdownText(b);

function replacementRow(
  catalog: Catalog,
  known: Catalog,
  { model, surface, replacement: named }: LifecycleClaim,
  facts: ModelOnSurface,
  source: SourceReading,
): readonly Difference[] {
  const before = facts.replacement?.model ?? null;
  if (named === undefined || (before !== null && named.ids.includes(before))) return [];
  const id = named.ids.find((candidate) => isLiving(known, candidate, surface, source.day)) ?? named.ids[0];
  if (id === undefined || id === model) return [];
  const doubts = [
    ...(named.glued ? [`words are glued to the ID: "${named.said}"`] : []),
    ...replacementDoubts(known, id, surface, source.day),
  ];
  const isThere = known.model(id)?.surfaces[surface] !== undefined;
  const replacement = isThere ? replacementBy(catalog, model, id, surface) : null;
  return [
    difference(
      catalog,
      { field: 'replacement', model, surface },
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

const isLiving = (known: Catalog, id: string, surface: string, day: Day): boolean =>
  known.model(id)?.surfaces[surface] !== undefined && isAlive(statusOn(known, id, surface, day));

function replacementDoubts(known: Catalog, id: string, surface: string, day: Day): readonly string[] {
  if (known.model(id) === undefined) return [`${id} is no known model ID`];
  if (known.model(id)?.surfaces[surface] === undefined) return [`${id} is not known on that surface`];
  return isLiving(known, id, surface, day) ? [] : [`${id} does not answer on ${day} itself`];
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
