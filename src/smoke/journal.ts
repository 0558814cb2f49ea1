// The journal of a run: one JSON line an event, on disk before the next thing happens.
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir } from 'node:fs/promises';
import { isForeign } from '../workspace/nodeFiles.ts';
import { readRegularText } from '../workspace/readRegularFile.ts';
import { isRecordName, RecordPlaceError, recordPath } from '../workspace/records.ts';
import { codeOf, reasonOf } from '../workspace/skipped.ts';
import { eventOf, lineOf } from './journalSchema.ts';
import { parseJson } from './json.ts';
import { lockRun } from './lock.ts';
import { type Redact, redactEvent } from './redact.ts';
import { BrokenJournalError, type Run, type RunEvent, reduceRun } from './run.ts';

export interface Journal {
  /** Resolves when the event is on the disk, not only in its cache. */
  append(event: RunEvent): Promise<void>;
  close(): Promise<void>;
}

/** A journal that cannot be read and is left alone. */
export interface BrokenJournal {
  readonly id: string;
  /** A clause for people. */
  readonly reason: string;
}

const SUFFIX = '.jsonl';

/**
 * Opens the journal of a run in a folder, new or for more, for this process alone. Secrets are taken out of every
 * line. Throws a RunBusyError where another process has the run.
 */
export async function openJournal(folder: string, runId: string, redact: Redact): Promise<Journal> {
  const path = journalPath(folder, runId);
  await mkdir(folder, { recursive: true });
  if (isForeign(path))
    throw new RecordPlaceError(`${path} is a link or a folder, and no journal. Remove it.`);
  const unlock = await lockRun(folder, runId);
  const file = await open(path, APPENDING).catch(async (error: unknown) => {
    await unlock();
    throw error;
  });
  await syncFolder(folder);
  // A line that a crash cut off must not swallow the next one; without a next one nothing is touched.
  let isTorn = await endsMidLine(file);
  return {
    append: async (event) => {
      const line = `${isTorn ? '\n' : ''}${lineOf(redactEvent(event, redact))}\n`;
      // Until it is on the disk: a full one may take half of it.
      isTorn = true;
      await file.appendFile(line);
      await file.datasync();
      isTorn = false;
    },
    close: async () => {
      await file.close();
      await unlock();
    },
  };
}

const APPENDING = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0);

/**
 * Reads a run back; null where there is no journal, or no whole event in it. A last line that a crash cut off is left
 * out. @throws BrokenJournalError with the reason where anything else cannot be read
 */
export async function readJournal(folder: string, runId: string): Promise<Run | null> {
  const lines = textOf(folder, runId)?.split('\n') ?? [];
  let run: Run | null = null;
  let torn: number | null = null;
  for (const [index, line] of lines.entries()) {
    const value = parseJson(line);
    if (value === undefined) {
      if (line === '') continue;
      if (torn !== null) throw damaged(torn);
      torn = index;
      continue;
    }
    const event = eventOf(value);
    if (event === null || (torn !== null && !mayFollowTear(run, event))) throw damaged(torn ?? index);
    torn = null;
    run = reduceRun(run, event);
  }
  if (run !== null && run.plan.id !== runId)
    throw new BrokenJournalError(`it tells of another run, ${JSON.stringify(run.plan.id.slice(0, 80))}`);
  return run;
}

/** The events of a run that can be read, whatever else its journal holds: for looking on while another process writes. */
export function eventsIn(folder: string, runId: string): readonly RunEvent[] {
  try {
    const lines = textOf(folder, runId)?.split('\n') ?? [];
    return lines.map((line) => eventOf(parseJson(line))).filter((event) => event !== null);
  } catch (error) {
    if (error instanceof BrokenJournalError) return [];
    throw error;
  }
}

export const journalPath = (folder: string, runId: string): string => recordPath(folder, `${runId}${SUFFIX}`);

function textOf(folder: string, runId: string): string | null {
  try {
    const path = journalPath(folder, runId);
    if (isForeign(path)) throw new BrokenJournalError('it is a link or a folder');
    return readRegularText(path, 'journal');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error instanceof BrokenJournalError ? error : new BrokenJournalError(reasonOf(error));
  }
}

/**
 * An event is on the disk before what it tells of happens: a line that a crash cut off tells of nothing. Whoever goes on
 * says so first, unless only the check of a stored video was left.
 */
function mayFollowTear(run: Run | null, { type }: RunEvent): boolean {
  return type === 'resumed' || run?.state === 'verifying';
}

function damaged(index: number): BrokenJournalError {
  return new BrokenJournalError(`line ${index + 1} is damaged, or of a newer version`);
}

/** The IDs of all runs in a folder, oldest first; none where there is no folder. */
export async function listJournals(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith(SUFFIX) && isRecordName(name))
    .map((name) => name.slice(0, -SUFFIX.length))
    .sort();
}

/** All runs that can be read, each by itself, and those that cannot. */
export async function readJournals(
  folder: string,
): Promise<{ readonly runs: readonly Run[]; readonly broken: readonly BrokenJournal[] }> {
  const runs: Run[] = [];
  const broken: BrokenJournal[] = [];
  for (const id of await listJournals(folder)) {
    try {
      const run = await readJournal(folder, id);
      if (run !== null) runs.push(run);
    } catch (error) {
      if (!(error instanceof BrokenJournalError)) throw error;
      broken.push({ id, reason: error.message });
    }
  }
  return { runs, broken };
}

async function endsMidLine(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const last = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return last.buffer.toString() !== '\n';
}

/** Puts the new file's name on disk. Windows cannot sync a folder and does not need to. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
