// `npm run test:python`: the Python programs that a migration makes run, by Google's own SDK, against the simulator, and end
// with the video that they promise. Needs python3 and an index of Python packages; no part of npm test, which needs neither.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startSimulator } from '../../../src/simulator/server.ts';
import { scaledClock } from '../../../src/smoke/clock.ts';
import { readMp4 } from '../../../src/smoke/verify.ts';
import { seeded } from '../../smoke/harness.ts';
import { CATALOG, TODAY } from '../audited.ts';
import { promised } from '../moved.ts';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PROGRAMS = join(ROOT, 'test/fixtures/migrate');
const ENVIRONMENT = join(ROOT, '.cache/python');
const PYTHON = join(ENVIRONMENT, 'bin/python');
/** The newest that was tried. */
const SDK = 'google-genai==2.25.0';

async function install(): Promise<void> {
  if (existsSync(join(ENVIRONMENT, 'installed'))) return;
  await run('python3', ['-m', 'venv', ENVIRONMENT]);
  await run(PYTHON, ['-m', 'pip', 'install', '--quiet', SDK]);
  await run('touch', [join(ENVIRONMENT, 'installed')]);
}

/** Runs one program in a folder of its own. @throws where it fails, or makes another video than it promises */
async function prove(name: string, origin: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'veo-audit-'));
  const env = { ...process.env, GEMINI_API_KEY: 'simulated', GOOGLE_GEMINI_BASE_URL: origin };
  try {
    const program = join(PROGRAMS, name);
    const text = await readFile(program, 'utf8');
    const given = /^# run with (.+)$/m.exec(text)?.[1]?.split(' ') ?? [];
    const runner = fileURLToPath(new URL('program.py', import.meta.url));
    await run(PYTHON, [runner, program, ...given], { cwd: folder, env, timeout: 60_000 });
    const facts = readMp4(await readFile(join(folder, 'out.mp4')));
    assert.deepEqual([facts?.durationSeconds, facts?.width, facts?.height], promised(text));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function isProgram(name: string): Promise<boolean> {
  return name.endsWith('.after.py') && (await readFile(join(PROGRAMS, name), 'utf8')).startsWith('# makes');
}

await install();
const clock = scaledClock(200);
const simulator = await startSimulator({ catalog: CATALOG, asOf: TODAY, clock, random: seeded(7) });
const failures: string[] = [];
let passed = 0;
try {
  for (const name of (await readdir(PROGRAMS)).sort()) {
    if (!(await isProgram(name))) continue;
    try {
      await prove(name, simulator.origin);
      passed += 1;
      console.log(`  ✔ ${name}`);
    } catch (error) {
      failures.push(name);
      console.log(`  ✘ ${name}\n${error instanceof Error ? error.message.slice(-1500) : String(error)}`);
    }
  }
} finally {
  await simulator.close();
}
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
