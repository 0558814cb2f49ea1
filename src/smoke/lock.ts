// One process a run: a second one that took the same run up could submit it a second time.
import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { numberAt, parseJson } from './json.ts';

/** The run is in the hands of another process that lives. */
export class RunBusyError extends Error {}

const SUFFIX = '.lock';
/** Clocks of one machine may differ by this much from reading to reading. Milliseconds. */
const START_SLACK_MS = 2_000;

/** Takes a run for this process and gives the way to let it go. Throws a RunBusyError where another one has it. */
export async function lockRun(folder: string, runId: string): Promise<() => Promise<void>> {
  const path = join(folder, `${runId}${SUFFIX}`);
  const mine = JSON.stringify({
    pid: process.pid,
    startedAt: processStart(),
    token: randomBytes(8).toString('hex'),
  });
  for (let tries = 0; tries < 5; tries += 1) {
    if (await create(path, mine)) return () => rm(path, { force: true });
    const found = await readFile(path, 'utf8').catch(() => null);
    if (found !== null && isAlive(found)) {
      throw new RunBusyError(
        `The run ${runId} is in the hands of another process; if that is wrong, delete ${path}.`,
      );
    }
    if (found !== null) await removeStale(path, found);
  }
  throw new RunBusyError(`The run ${runId} cannot be locked at ${path}.`);
}

/** Whether a living process has the run. */
export async function isRunBusy(folder: string, runId: string): Promise<boolean> {
  const found = await readFile(join(folder, `${runId}${SUFFIX}`), 'utf8').catch(() => null);
  return found !== null && isAlive(found);
}

async function create(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes a dead process's lock away, unless another process has put its own there meanwhile. */
async function removeStale(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomBytes(4).toString('hex')}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const taken = await readFile(aside, 'utf8').catch(() => stale);
  if (taken === stale) await rm(aside, { force: true });
  else await rename(aside, path);
}

/** In a container every process may have the same number: its start tells it from an earlier one. */
function isAlive(lock: string): boolean {
  const parsed = parseJson(lock);
  const pid = numberAt(parsed, 'pid');
  const startedAt = numberAt(parsed, 'startedAt');
  if (pid === null || startedAt === null) return false;
  if (pid === process.pid) return Math.abs(startedAt - processStart()) < START_SLACK_MS;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function processStart(): number {
  return Math.round(Date.now() - process.uptime() * 1000);
}
