// Races for the lock of a run between real processes. `npx tsx test/smoke/lockRaces.ts 10000` is the whole proof.
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Holder, thisProcess } from '../../src/smoke/holder.ts';
import { lockRun } from '../../src/smoke/lock.ts';
import type { Answer, Order } from './lockWorker.ts';

/** Milliseconds from the order to the start: all processes have read it by then. */
const NOTICE_MS = 2;
/** Rounds that follow each other without a new order. */
const BATCH = 20;

export interface Races {
  readonly rounds: number;
  /** Rounds without a holder, and with two or more. */
  readonly none: number;
  readonly several: number;
  /** From processes that took and released as they liked. */
  readonly taken: number;
  readonly together: number;
}

/** Half of the rounds start from the lock of a dead process. */
export async function raceForLocks(processes: number, rounds: number): Promise<Races> {
  const folder = await mkdtemp(join(tmpdir(), 'veo-audit-races-'));
  const worker = await bundle(folder);
  const children = Array.from({ length: processes }, () => fork(worker, [folder]));
  try {
    const dead = deadHolder();
    const counts = { none: 0, several: 0 };
    for (let first = 0; first < rounds; first += BATCH) {
      const runs = Array.from({ length: BATCH }, (_, index) => `run-${first + index}`);
      for (const run of runs.filter((_, index) => index % 2 === 1)) await lockRun(folder, run, dead);
      const answers = await askAll(children, { kind: 'race', runs, at: Date.now() + NOTICE_MS });
      const held = answers.flatMap((answer) => ('held' in answer ? answer.held : []));
      const holders = runs.map((run) => held.filter((name) => name === run).length);
      counts.none += holders.filter((count) => count === 0).length;
      counts.several += holders.filter((count) => count > 1).length;
      await askAll(children, { kind: 'release' });
    }
    const churned = await askAll(children, { kind: 'churn', run: 'churn', times: rounds / 10, dead });
    const sum = (pick: (answer: Extract<Answer, { taken: number }>) => number) =>
      churned.reduce((total, answer) => total + ('taken' in answer ? pick(answer) : 0), 0);
    return { rounds, ...counts, taken: sum(({ taken }) => taken), together: sum(({ together }) => together) };
  } finally {
    for (const child of children) child.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A process of this machine that has ended. */
export function deadHolder(): Holder {
  const child = spawnSync(process.execPath, ['-e', '0']);
  return { ...thisProcess(), pid: child.pid };
}

function askAll(children: readonly ChildProcess[], order: Order): Promise<readonly Answer[]> {
  return Promise.all(
    children.map(async (child) => {
      const answer = once(child, 'message');
      child.send(order);
      const [said] = (await answer) as [Answer];
      return said;
    }),
  );
}

async function bundle(folder: string): Promise<string> {
  const outfile = join(folder, 'worker.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('./lockWorker.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  return outfile;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const processes of [2, 3, 4]) {
    const races = await raceForLocks(processes, Number(process.argv[2] ?? 10_000));
    process.stdout.write(`${processes} processes: ${JSON.stringify(races)}\n`);
  }
}
