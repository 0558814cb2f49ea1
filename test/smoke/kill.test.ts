// A real process is killed at every state of a run and another one takes the run up: one submit, whole evidence.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { smokeCommand, terminalExtras } from '../../src/cli/smoke.ts';
import { type RunningSimulator, startSimulator } from '../../src/simulator/server.ts';
import { scaledClock } from '../../src/smoke/clock.ts';
import { type Evidence, EvidenceSchema } from '../../src/smoke/evidence.ts';
import type { FamilyId } from '../../src/smoke/types.ts';
import { CATALOG, FAMILY_NAMES, READER, SERVED, seeded } from './harness.ts';

const WORKER = fileURLToPath(new URL('./killWorker.ts', import.meta.url));
/** The worker as plain JavaScript: it is started often. */
const BUNDLE = join(await mkdtemp(join(tmpdir(), 'veo-audit-worker-')), 'worker.mjs');
const SPEED = 80;
const JOB_MS = 4_000;
/** Processes at a time. */
const AT_ONCE = 2;

/** What is on standard error when the process dies: the states, and the moments between them. `#2` is the controlled failure's. */
const LATE_ENOUGH = [
  'planned',
  'preflight',
  'confirmed',
  'submitted',
  'polling',
  'downloading',
  'stored',
  'verifying',
  'verified',
  'passed',
  'planned#2',
  'confirmed#2',
  'passed#2',
];
/** Between the intent and the handle only a surface that lists its jobs can tell whether one runs. */
const IN_FLIGHT = ['submitting', 'ANSWER'];
const LISTS: ReadonlySet<FamilyId> = new Set(['openai-videos']);

interface Killed {
  readonly name: string;
  readonly status: number;
  readonly smoke: Evidence;
  readonly refusal: Evidence | undefined;
  readonly simulator: RunningSimulator;
  /** Submits of the run itself; those of the controlled failure are refused. */
  readonly submits: number;
}

async function work(
  folder: string,
  killAt: string,
  family: FamilyId,
  args: readonly string[],
): Promise<NodeJS.Signals | number | null> {
  const child = spawn(process.execPath, [BUNDLE, folder, killAt, SERVED[family].asOf, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code, signal] = await once(child, 'exit');
  return signal ?? code;
}

/** This process goes on with what the killed one has left. */
function goOn(workingFolder: string, today: string, args: readonly string[]): Promise<number> {
  const quiet = () => {};
  const context = {
    ...READER,
    workingFolder,
    today,
    env: {},
    catalog: async () => CATALOG,
    stdout: quiet,
    stderr: quiet,
  };
  const interrupted = () => new AbortController().signal;
  return smokeCommand(args, context, { ...terminalExtras({}), interrupted });
}

/** One process that dies, and another one that goes on. */
async function killAndResume(family: FamilyId, killAt: string): Promise<Killed> {
  const folder = await mkdtemp(join(tmpdir(), 'veo-audit-kill-'));
  const { model, surface, asOf } = SERVED[family];
  const simulator = await startSimulator({
    catalog: CATALOG,
    asOf,
    clock: scaledClock(SPEED),
    random: seeded(3),
    jobMs: JOB_MS,
  });
  try {
    const common = ['--simulator', simulator.origin, '--speed', String(SPEED), '--as-of', asOf];
    const route = ['--model', model, '--surface', surface, '--family', family];
    const name = `${family} killed at ${killAt}`;
    assert.equal(await work(folder, killAt, family, [...route, ...common]), 'SIGKILL', `${name}: not killed`);
    const status = await goOn(folder, asOf, ['--resume', ...common]);
    const [smoke, refusal] = await evidenceIn(join(folder, '.veo-audit', 'evidence'));
    assert.ok(smoke, `${name}: no evidence`);
    const log = simulator.world.log.filter(({ step }) => step === 'submit');
    const submits = log.filter((asked) => asked.status === null || asked.status < 300).length;
    return { name, status, smoke, refusal, simulator, submits };
  } finally {
    await simulator.close();
  }
}

/** The evidence of the run and of its controlled failure. */
async function evidenceIn(place: string): Promise<readonly (Evidence | undefined)[]> {
  const names = (await readdir(place)).filter((name) => name.endsWith('.json'));
  const all = await Promise.all(
    names.map(async (name) => EvidenceSchema.parse(JSON.parse(await readFile(join(place, name), 'utf8')))),
  );
  assert.ok(all.length <= 2, `${all.length} pieces of evidence`);
  return [all.find(({ kind }) => kind === 'smoke'), all.find(({ kind }) => kind === 'controlled-failure')];
}

/** All moments of a family, some at a time. */
async function killAll(family: FamilyId, moments: readonly string[]): Promise<readonly Killed[]> {
  const left = [...moments];
  const killed: Killed[] = [];
  const next = async (): Promise<void> => {
    const killAt = left.shift();
    if (killAt === undefined) return;
    killed.push(await killAndResume(family, killAt));
    return next();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
  return killed;
}

describe('a run whose process is killed', function () {
  this.timeout(120_000);
  before(() =>
    build({
      entryPoints: [WORKER],
      outfile: BUNDLE,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
      // As the product's own bundle: what is CommonJS inside asks for Node's modules by require.
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
      external: ['google-auth-library'],
    }),
  );

  for (const family of FAMILY_NAMES) {
    it(`is taken up with one submit and whole evidence at every state: ${family}`, async () => {
      for (const { name, status, smoke, refusal, simulator, submits } of await killAll(family, LATE_ENOUGH)) {
        assert.equal(smoke.state, 'passed', `${name}: ${smoke.outcome.message}`);
        assert.equal(status, 0, name);
        assert.deepEqual([submits, simulator.world.jobs.size, smoke.submits.accepted], [1, 1, 1], name);
        assert.equal(smoke.videos.length, 1, name);
        assert.equal(smoke.simulated, true, name);
        assert.equal(smoke.controlledFailure?.passed, true, `${name}: ${smoke.controlledFailure?.message}`);
        assert.equal(refusal?.runId, smoke.controlledFailure?.runId, name);
        assert.equal(refusal?.state, 'passed', name);
      }
    });

    it(`never submits again where a submit was on its way: ${family}`, async () => {
      for (const { name, smoke, simulator, submits } of await killAll(family, IN_FLIGHT)) {
        const answered = name.endsWith('ANSWER');
        const ends = LISTS.has(family) ? (answered ? 'null' : 'not-listed') : 'lost-answer';
        assert.equal(`${smoke.outcome.failure}`, ends, `${name}: ${smoke.outcome.message}`);
        assert.equal(simulator.world.jobs.size, answered ? 1 : 0, name);
        assert.ok(submits <= 1, `${name}: ${submits} submits`);
        assert.equal(smoke.operationFrom, ends === 'null' ? 'list' : 'answer', name);
      }
    });
  }
});
