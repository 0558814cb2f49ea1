// A real process is killed at every state of a run and another one takes the run up: one submit, whole evidence.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { scaledClock } from '../../src/smoke/clock.ts';
import { EvidenceSchema } from '../../src/smoke/evidence.ts';
import { type RunningSimulator, startSimulator } from '../../src/smoke/simulator/server.ts';
import type { FamilyId } from '../../src/smoke/types.ts';
import { CATALOG, SERVED, seeded } from './harness.ts';

const WORKER = fileURLToPath(new URL('./killWorker.ts', import.meta.url));
/** The worker as plain JavaScript: it is started often. */
const BUNDLE = join(await mkdtemp(join(tmpdir(), 'veo-audit-worker-')), 'worker.mjs');
const SPEED = 200;

/** What is on standard error when the process dies: the states, and the moments between them. */
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
];
/** Between the intent and the handle nobody can know whether a job runs. */
const IN_FLIGHT = ['submitting', 'ANSWER'];

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

async function killAndResume(family: FamilyId, killAt: string, simulator: RunningSimulator) {
  const folder = await mkdtemp(join(tmpdir(), 'veo-audit-kill-'));
  const { model, surface, asOf } = SERVED[family];
  const common = ['--simulator', simulator.origin, '--speed', String(SPEED), '--as-of', asOf];
  const route = ['--model', model, '--surface', surface, '--family', family];
  assert.equal(
    await work(folder, killAt, family, [...route, ...common]),
    'SIGKILL',
    `it was not killed at ${killAt}`,
  );
  const status = await work(folder, '', family, ['--resume', ...common]);
  const names = (await readdir(join(folder, '.veo-audit', 'evidence'))).filter((name) =>
    name.endsWith('.json'),
  );
  assert.equal(names.length, 1, `killed at ${killAt}: ${names.length} pieces of evidence`);
  const evidence = EvidenceSchema.parse(
    JSON.parse(await readFile(join(folder, '.veo-audit', 'evidence', names[0] ?? ''), 'utf8')),
  );
  return { status, evidence };
}

function submits(simulator: RunningSimulator): number {
  return simulator.world.log.filter(({ step }) => step === 'submit').length;
}

describe('a run whose process is killed', function () {
  this.timeout(120_000);
  let simulator: RunningSimulator;
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
  afterEach(() => simulator.close());

  for (const family of ['gemini-api', 'vertex-ai'] as const) {
    it(`is taken up with one submit at every state (${family})`, async () => {
      for (const killAt of LATE_ENOUGH) {
        simulator = await startSimulator({
          catalog: CATALOG,
          asOf: SERVED[family].asOf,
          clock: scaledClock(SPEED),
          random: seeded(3),
        });
        const { status, evidence } = await killAndResume(family, killAt, simulator);
        assert.equal(evidence.state, 'passed', `killed at ${killAt}: ${evidence.outcome.message}`);
        assert.equal(status, 0, `killed at ${killAt}`);
        assert.equal(submits(simulator), 1, `killed at ${killAt}`);
        assert.equal(simulator.world.jobs.size, 1, `killed at ${killAt}`);
        assert.equal(evidence.videos.length, 1, `killed at ${killAt}`);
        assert.equal(evidence.simulated, true);
        if (killAt !== 'passed') await simulator.close();
      }
    });
  }

  it('is given up where a submit was on its way, and never submits again', async () => {
    for (const killAt of IN_FLIGHT) {
      simulator = await startSimulator({
        catalog: CATALOG,
        asOf: '2026-11-21',
        clock: scaledClock(SPEED),
        random: seeded(3),
      });
      const { status, evidence } = await killAndResume('vertex-ai', killAt, simulator);
      assert.equal(evidence.state, 'abandoned', `killed at ${killAt}`);
      assert.equal(evidence.outcome.failure, 'lost-answer');
      assert.match(evidence.outcome.message, /Cloud Logging/);
      assert.equal(status, 1);
      assert.equal(simulator.world.jobs.size, killAt === 'ANSWER' ? 1 : 0);
      assert.ok(submits(simulator) <= 1, `killed at ${killAt}: ${submits(simulator)} submits`);
      if (killAt !== 'ANSWER') await simulator.close();
    }
  });
});
