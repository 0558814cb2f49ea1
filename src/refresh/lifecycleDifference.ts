// What a source says of a model that the catalog has: its days and its replacement against the catalog's.
import type { Catalog } from '../catalog/catalog.ts';
import { provedDay } from '../catalog/lifecycle.ts';
import type { EventDay, ModelOnSurface, Shutdown } from '../catalog/types.ts';
import { announcementOf, shutdownDoubts } from './doubts.ts';
import { replacementRow } from './replacementDifference.ts';
import { difference, eventText, shutdownText, wordingDoubts } from './rows.ts';
import type { Difference, LifecycleClaim, SourceReading } from './types.ts';
import { asEvent, asShutdown } from './wordedDay.ts';

/**
 * The differences of one source, but for the row that says which facts it confirms.
 * @param known the catalog with the models that the sources add
 */
export function lifecycleDifferences(
  catalog: Catalog,
  known: Catalog,
  source: SourceReading,
): readonly Difference[] {
  return lifecycleClaims(source).flatMap((claim) => {
    const facts = catalog.model(claim.model)?.surfaces[claim.surface];
    return facts === undefined ? [] : claimRows(catalog, known, claim, facts, source);
  });
}

export const lifecycleClaims = ({ reading }: SourceReading): readonly LifecycleClaim[] =>
  reading.claims.filter((claim) => claim.kind === 'lifecycle');

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

/** Only a model's own page says its stage; a table's is guessed from where a row stands, and is better than none. */
function stageRow(
  catalog: Catalog,
  { model, surface, stage }: LifecycleClaim,
  facts: ModelOnSurface,
  source: SourceReading,
): readonly Difference[] {
  const isSaid = source.reader.name === 'vertex-model-page' || facts.stage === 'unknown';
  if (stage === undefined || !isSaid || stage === facts.stage) return [];
  const doubts = facts.stage === 'ga' ? [`it was generally available, and this would make it ${stage}`] : [];
  const told = { before: facts.stage, after: stage, doubts };
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
  if (field === 'announced' && claim.shutdown?.kind === 'unreadable') return [];
  const before = facts[field];
  if (after.kind === 'unknown' || agrees(before, after)) return [];
  // The row itself says that pages disagree about this day.
  if (after.kind === 'on' && facts.note.includes(after.day)) return [];
  const isFirm = before.kind === 'on' || (before.kind === 'between' && !isWithin(after, before));
  // What is told in passing of a model that was there before is news about it, not its release.
  if (isFirm && field === 'released' && !source.reader.listsModels && isLater(after, before)) return [];
  return [
    difference(
      catalog,
      { field, model, surface },
      {
        before: eventText(before),
        after: eventText(after),
        doubts: [
          ...(isFirm ? ['the catalog has another day from another page'] : []),
          ...eventDoubts(field, claim, facts),
        ],
        edit: { kind: 'facts', model, surface, set: { [field]: after } },
      },
      source,
    ),
  ];
}

/** An announcement of another day than the catalog has is none of the catalog's day. */
function eventDoubts(
  field: 'released' | 'announced',
  { shutdown }: LifecycleClaim,
  facts: ModelOnSurface,
): readonly string[] {
  if (field === 'released') return [];
  const announced = shutdown === undefined ? null : asShutdown(shutdown);
  return announced !== null && isSameShutdown(facts.shutdown, announced)
    ? []
    : ['it announces a day that the catalog does not have'];
}

/** Whether the source says nothing that the catalog does not say at least as exactly. */
function agrees(before: EventDay, after: EventDay): boolean {
  if (before.kind === 'unknown' || after.kind === 'unknown') return false;
  if (after.kind === 'between') return before.kind === 'between' || isWithin(before, after);
  return before.kind !== 'between' && before.day === after.day;
}

const isLater = (a: EventDay, b: EventDay): boolean => (provedDay(a) ?? '') > (provedDay(b) ?? '');

const isWithin = (event: EventDay, { from, to }: EventDay & { kind: 'between' }): boolean =>
  (event.kind === 'on' || event.kind === 'inferred') && from <= event.day && event.day <= to;

function shutdownRow(
  catalog: Catalog,
  { model, surface, announced, shutdown: worded }: LifecycleClaim,
  facts: ModelOnSurface,
  source: SourceReading,
): readonly Difference[] {
  if (worded === undefined) return [];
  const after = asShutdown(worded);
  const isPlain = wordingDoubts(worded).length === 0;
  if (after !== null && isPlain && isSameShutdown(facts.shutdown, after)) return [];
  if (worded.kind === 'empty' && facts.shutdown.kind === 'none') return [];
  // What was in the news before the last check was looked at then.
  if (after === null && announced !== undefined && announced <= facts.checkedOn) return [];
  const subject = { field: 'shutdown', model, surface };
  const before = shutdownText(facts.shutdown);
  if (after === null || isSameShutdown(facts.shutdown, after)) {
    const said = 'said' in worded ? worded.said : 'empty';
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
  const announcement = announcementOf(facts, after, source.day);
  const set = announcement === null ? { shutdown: after } : { shutdown: after, announced: announcement };
  const edit = { kind: 'facts', model, surface, set } as const;
  return [difference(catalog, subject, { before, after: shutdownText(after), doubts, edit }, source)];
}

export const isSameShutdown = (a: Shutdown, b: Shutdown): boolean => shutdownText(a) === shutdownText(b);
