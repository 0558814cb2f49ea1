// The journal of a run: one JSON line an event, on disk before the next thing happens.
import { type FileHandle, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeRecordFolder } from '../workspace/records.ts';
import { parseJson } from './json.ts';
import { lockRun } from './lock.ts';
import { type Redact, redactValue } from './redact.ts';
import { BrokenJournalError, type Run, type RunEvent, replay } from './run.ts';

export interface Journal {
  /** Resolves when the event is on the disk, not only in its cache. */
  append(event: RunEvent): Promise<void>;
  close(): Promise<void>;
}

const SUFFIX = '.jsonl';

/**
 * Opens the journal of a run in a folder, new or for more, for this process alone. Secrets are taken out of every
 * line. Throws a RunBusyError where another process has the run.
 */
export async function openJournal(folder: string, runId: string, redact: Redact): Promise<Journal> {
  await makeRecordFolder(folder);
  const unlock = await lockRun(folder, runId);
  const file = await openForMore(join(folder, `${runId}${SUFFIX}`)).catch(async (error: unknown) => {
    await unlock();
    throw error;
  });
  await syncFolder(folder);
  return {
    append: async (event) => {
      await file.appendFile(`${JSON.stringify(redactValue(event, redact))}\n`);
      await file.datasync();
    },
    close: async () => {
      await file.close();
      await unlock();
    },
  };
}

/** Reads a run back. A last line that a crash cut off is left out; null where there is no whole event. */
export async function readJournal(folder: string, runId: string): Promise<Run | null> {
  const lines = (await readFile(join(folder, `${runId}${SUFFIX}`), 'utf8')).split('\n');
  const events = lines
    .map((line) => parseJson(line))
    .filter((value) => value !== undefined && value !== null);
  return replay(events as unknown as readonly RunEvent[]);
}

/** The IDs of all runs in a folder, oldest first; none where there is no folder. */
export async function listJournals(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => name.slice(0, -SUFFIX.length))
    .sort();
}

/** All runs that can be read, and the IDs of those that cannot. */
export async function readJournals(
  folder: string,
): Promise<{ readonly runs: readonly Run[]; readonly broken: readonly string[] }> {
  const runs: Run[] = [];
  const broken: string[] = [];
  for (const id of await listJournals(folder)) {
    try {
      const run = await readJournal(folder, id);
      if (run !== null) runs.push(run);
    } catch (error) {
      if (!(error instanceof BrokenJournalError || error instanceof TypeError)) throw error;
      broken.push(id);
    }
  }
  return { runs, broken };
}

/** A line that a crash cut off must not swallow the next one. */
async function openForMore(path: string): Promise<FileHandle> {
  const file = await open(path, 'a+');
  if (await endsMidLine(file)) await file.appendFile('\n');
  return file;
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
