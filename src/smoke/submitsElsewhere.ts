// What other processes send from the same workspace, by their journals: a surface counts the requests of all of them.
import { stat } from 'node:fs/promises';
import type { SurfaceId } from '../catalog/types.ts';
import { eventsIn, journalPath, listJournals } from './journal.ts';

/** Milliseconds after its last event in which a journal can hold a submit of the last minute. */
const RECENT = 120_000;

/**
 * When live runs of other processes sent a submit to a surface, oldest first: milliseconds since 1970. Journals that
 * nobody has written to lately are not opened. `isOwn`: whether a run, by its ID, is of this process.
 */
export async function submitsElsewhere(
  folder: string,
  surface: SurfaceId,
  isOwn: (runId: string) => boolean,
): Promise<readonly number[]> {
  const ids = (await listJournals(folder)).filter((id) => !isOwn(id));
  const times = await Promise.all(ids.map((id) => submitsOf(folder, id, surface)));
  return times.flat().sort((a, b) => a - b);
}

async function submitsOf(folder: string, id: string, surface: SurfaceId): Promise<readonly number[]> {
  const written = await stat(journalPath(folder, id)).catch(() => null);
  if (written === null || written.mtimeMs < Date.now() - RECENT) return [];
  const events = eventsIn(folder, id);
  const isCounted = events.some(
    (event) => event.type === 'planned' && !event.plan.simulated && event.plan.route.surface === surface,
  );
  return isCounted ? events.flatMap(({ type, at }) => (type === 'submitting' ? [at] : [])) : [];
}
