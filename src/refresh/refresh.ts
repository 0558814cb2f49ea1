// One refresh: answers of the sources in, differences to the catalog out, and what accepting some of them makes.
import type { Catalog } from '../catalog/catalog.ts';
import { integrityErrors } from '../catalog/integrity.ts';
import type { CatalogData, Day } from '../catalog/types.ts';
import { applied } from './apply.ts';
import { citedEdit, differences, isSafe } from './difference.ts';
import { READERS } from './readers/index.ts';
import { type Difference, type SourceName, type SourceReading, UnreadablePageError } from './types.ts';

/** What came from a source: its text, nothing because it was not asked, or a clause that says why none came. */
export type Answer =
  | { readonly name: SourceName; readonly text: string }
  | { readonly name: SourceName; readonly missing: string }
  | { readonly name: SourceName; readonly fault: string };

export interface SourceState {
  readonly name: SourceName;
  readonly state: 'read' | 'not-read' | 'unreadable';
  /** Why it was not read: a clause; null where it was. */
  readonly reason: string | null;
}

export interface Refresh {
  readonly day: Day;
  readonly sources: readonly SourceState[];
  readonly readings: readonly SourceReading[];
  readonly differences: readonly Difference[];
}

/** Reads every answer. One that cannot be read changes nothing about the others. */
export function refreshFrom(
  catalog: Catalog,
  answers: readonly Answer[],
  { day, saved }: { readonly day: Day; readonly saved: boolean },
): Refresh {
  const results = answers.map((answer) => readAnswer(answer, day, saved));
  const readings = results.flatMap(({ reading }) => (reading === null ? [] : [reading]));
  return {
    day,
    sources: results.map(({ state }) => state),
    readings,
    differences: differences(catalog, readings),
  };
}

interface Result {
  readonly state: SourceState;
  readonly reading: SourceReading | null;
}

function readAnswer(answer: Answer, day: Day, saved: boolean): Result {
  const { name } = answer;
  if ('missing' in answer)
    return { state: { name, state: 'not-read', reason: answer.missing }, reading: null };
  if ('fault' in answer) return { state: { name, state: 'unreadable', reason: answer.fault }, reading: null };
  const reader = READERS.find((candidate) => candidate.name === name);
  try {
    if (reader === undefined) throw new UnreadablePageError('there is no reader for it');
    const reading = { reader, reading: reader.read(answer.text), day, saved };
    return { state: { name, state: 'read', reason: null }, reading };
  } catch (error) {
    if (!(error instanceof UnreadablePageError)) throw error;
    return { state: { name, state: 'unreadable', reason: error.message }, reading: null };
  }
}

/** What a person has chosen cannot be accepted. The message is a sentence. */
export class NotAcceptedError extends Error {}

/** The word that chooses every row without a doubt. */
const SAFE = 'safe';

/**
 * The rows that are chosen by ID, by number (from 1), or by `safe`.
 * @throws NotAcceptedError where one is no row, or there is nothing in it to accept
 */
export function chosenRows(rows: readonly Difference[], choices: readonly string[]): readonly Difference[] {
  const chosen = choices.flatMap((choice) => {
    if (choice === SAFE) return rows.filter(isSafe);
    const row = /^\d+$/.test(choice) ? rows[Number(choice) - 1] : rows.find(({ id }) => id === choice);
    if (row === undefined) throw new NotAcceptedError(`There is no row "${choice}".`);
    if (row.edit === null)
      throw new NotAcceptedError(`The row "${choice}" can only be looked at: ${row.doubts.join('; ')}.`);
    return [row];
  });
  return rows.filter((row) => chosen.includes(row));
}

/**
 * The facts with the chosen rows.
 * @throws NotAcceptedError where they contradict each other or the catalog
 */
export function acceptRows(
  data: CatalogData,
  rows: readonly Difference[],
  { readings }: Refresh,
): CatalogData {
  const next = applied(
    data,
    rows.flatMap((row) => citedEdit(row, readings)),
  );
  const [error] = integrityErrors(next);
  if (error !== undefined) throw new NotAcceptedError(`The rows contradict the catalog together: ${error}.`);
  return next;
}

/**
 * The day on which every list of models was read, and nothing that one of them says was left open; null where that is
 * not so.
 * @param accepted the rows that are taken over
 */
export function listsReadOn(
  { readings, differences: rows, day }: Refresh,
  accepted: readonly Difference[],
): Day | null {
  const lists = READERS.filter(({ listsModels, name }) => listsModels && name !== 'vertex-model-page');
  const isRead = lists.every(({ name }) => readings.some(({ reader }) => reader.name === name));
  const isOpen = rows.some((row) => !accepted.includes(row) && lists.some(({ name }) => name === row.source));
  return isRead && !isOpen ? day : null;
}
