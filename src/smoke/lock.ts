// One process a run: a second one that took the same run up could submit it a second time.
//
// A lock is a file that is written whole under a name of its own and then linked to the lock's name, which fails if that
// exists. No process removes the lock of another one, not even a dead one's: its successor is linked to a name made from
// the dead lock's content, so each lock has one successor at most. The last of this chain has the run.
import { createHash, randomBytes } from 'node:crypto';
import { link, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isForeign } from '../workspace/nodeFiles.ts';
import { readRegularText } from '../workspace/readRegularFile.ts';
import { codeOf } from '../workspace/skipped.ts';
import { type Holder, lifeOf, readHolder, thisProcess } from './holder.ts';
import { RunBusyError, RunError } from './runErrors.ts';

const SUFFIX = '.lock';
/** How often another process may come in between before this one gives up. */
const TRIES = 20;

/** Takes a run for this process and returns the way to release it. Throws a RunBusyError where another one has it. */
export async function lockRun(
  folder: string,
  runId: string,
  holder: Holder = thisProcess(),
): Promise<() => Promise<void>> {
  const path = join(folder, `${runId}${SUFFIX}`);
  const token = randomBytes(12).toString('hex');
  const mine = `${JSON.stringify(holder)}\n${token}\n`;
  const draft = `${path}.${token}`;
  await writeFile(draft, mine, { flag: 'wx' });
  try {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const chain = await readChain(path);
      const refusal = refusalOf(runId, path, chain);
      if (refusal !== null) throw new RunBusyError(refusal);
      if (await take(draft, mine, path, chain)) return () => release(path, mine);
    }
  } finally {
    await rm(draft, { force: true });
  }
  throw new RunBusyError(`Other processes keep taking the run ${runId}: try again in a moment.`);
}

/** Why a run cannot be taken, a sentence; null where it is free. */
export async function whyLocked(folder: string, runId: string): Promise<string | null> {
  const path = join(folder, `${runId}${SUFFIX}`);
  return refusalOf(runId, path, await readChain(path));
}

interface Link {
  readonly path: string;
  /** Null where it cannot be a lock: no regular file, too large, or unreadable. */
  readonly text: string | null;
}

/** The lock and its successors, as they are now. */
async function readChain(path: string): Promise<readonly Link[]> {
  const chain: Link[] = [];
  for (let next: string | null = path; next !== null; ) {
    const text = await readLock(next);
    if (text === undefined) break;
    chain.push({ path: next, text });
    next = text === null ? null : successorOf(path, text);
  }
  return chain;
}

/** Made from a digest, since nothing that a file says may become a path. */
function successorOf(path: string, text: string): string {
  return `${path}.after-${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
}

/** Undefined where there is none. */
async function readLock(path: string): Promise<string | null | undefined> {
  try {
    return isForeign(path) ? null : readRegularText(path, 'lock');
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? undefined : null;
  }
}

function refusalOf(runId: string, path: string, chain: readonly Link[]): string | null {
  const last = chain.at(-1);
  if (last === undefined) return null;
  const holder = last.text === null ? null : readHolder(last.text);
  const life = holder === null ? 'unknown' : lifeOf(holder);
  if (life === 'dead') return null;
  return life === 'alive'
    ? `Another process (PID ${holder?.pid}) has the run ${runId}: wait until it has ended.`
    : `The run ${runId} may be in use on another machine or in another container: if it is not, delete ${path}.`;
}

/** Links the draft after the last, dead lock of the chain, or as the first one; false where another process was faster. */
async function take(draft: string, mine: string, path: string, chain: readonly Link[]): Promise<boolean> {
  const last = chain.at(-1);
  const target = last === undefined ? path : successorOf(path, last.text ?? '');
  try {
    await link(draft, target);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return (await readLock(target)) === mine;
    throw new RunError(`The run cannot be locked: ${path} could not be linked (${codeOf(error)}).`);
  }
  // A release takes the first link away before its successors: one that still leads here was never released.
  if ((await readChain(path)).some(({ text }) => text === mine)) return true;
  await rm(target, { force: true });
  return false;
}

/** The first link goes first: what remains of a chain without it locks nothing. */
async function release(path: string, mine: string): Promise<void> {
  const chain = await readChain(path);
  if (chain.at(-1)?.text !== mine) return;
  for (const link of chain) await rm(link.path, { force: true });
}
