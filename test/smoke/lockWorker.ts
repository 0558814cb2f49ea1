// A process of the lock races: from a given millisecond on it tries to take one run after the other, and says which it has.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Holder } from '../../src/smoke/holder.ts';
import { lockRun } from '../../src/smoke/lock.ts';
import { RunBusyError } from '../../src/smoke/runErrors.ts';

/** `race`: one try for each run, released when told. `churn`: takes and releases one run as often as told. */
export type Order =
  | { readonly kind: 'race'; readonly runs: readonly string[]; readonly at: number }
  | { readonly kind: 'release' }
  | { readonly kind: 'churn'; readonly run: string; readonly times: number; readonly dead: Holder };
export type Answer =
  | { readonly held: readonly string[] }
  | { readonly taken: number; readonly together: number };

const folder = process.argv[2] ?? '';
const releases: (() => Promise<void>)[] = [];

async function tryLock(run: string, holder?: Holder): Promise<(() => Promise<void>) | null> {
  try {
    return await lockRun(folder, run, holder);
  } catch (error) {
    if (error instanceof RunBusyError) return null;
    throw error;
  }
}

async function race(runs: readonly string[], at: number): Promise<Answer> {
  await setTimeout(Math.max(0, at - Date.now() - 1));
  while (Date.now() < at);
  const held: string[] = [];
  for (const run of runs) {
    const release = await tryLock(run);
    if (release === null) continue;
    releases.push(release);
    held.push(run);
  }
  return { held };
}

/** Each holder makes a file that must not exist yet. Every fifth lock is left as by a process that died at once. */
async function churn(run: string, times: number, dead: Holder): Promise<Answer> {
  const inside = join(folder, `${run}.inside`);
  let taken = 0;
  let together = 0;
  for (let round = 0; round < times; round += 1) {
    if (round % 5 === 4) {
      await tryLock(run, dead);
      continue;
    }
    const release = await tryLock(run);
    if (release === null) continue;
    taken += 1;
    await writeFile(inside, '', { flag: 'wx' }).catch(() => {
      together += 1;
    });
    await rm(inside, { force: true });
    await release();
  }
  return { taken, together };
}

async function answer(order: Order): Promise<Answer> {
  if (order.kind === 'race') return race(order.runs, order.at);
  if (order.kind === 'churn') return churn(order.run, order.times, order.dead);
  for (const release of releases.splice(0)) await release();
  return { held: [] };
}

process.on('message', (order: Order) => {
  void answer(order).then((said) => process.send?.(said));
});
