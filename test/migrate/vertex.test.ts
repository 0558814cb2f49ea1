// Requests moved to Vertex AI: golden results that compile and run by the real SDK, and reasons where nothing is moved.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startSimulator } from '../../src/simulator/server.ts';
import { scaledClock } from '../../src/smoke/clock.ts';
import { readMp4 } from '../../src/smoke/verify.ts';
import { assertKept } from '../kept.ts';
import { seeded } from '../smoke/harness.ts';
import { CATALOG, TODAY } from './audited.ts';
import { compiled, moved, promised, rulesOf, targetsOf } from './moved.ts';

const run = promisify(execFile);
const FOLDER = fileURLToPath(new URL('../fixtures/migrate/vertex/', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const filesOf = async (part: string): Promise<readonly string[]> =>
  (await readdir(FOLDER)).filter((name) => name.includes(part)).sort();

/** A service account of a universe of its own: the SDK signs for it without asking anybody. */
async function credentialsIn(folder: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const path = join(folder, 'credentials.json');
  const account = {
    type: 'service_account',
    client_email: 'simulated@simulated.example',
    private_key: privateKey,
    universe_domain: 'simulated.example',
  };
  await writeFile(path, JSON.stringify(account));
  return path;
}

describe('a request moved to Vertex AI', function () {
  this.timeout(60_000);

  it('is the golden result, silent in the audit, and moved once only', async () => {
    for (const name of await filesOf('.before.')) {
      const before = await readFile(join(FOLDER, name), 'utf8');
      const path = name.replace('.before', '');
      const after = await moved(path, before, 'vertex');
      assertKept(join(FOLDER, name.replace('.before.', '.after.')), after);
      assert.equal(await moved(path, after, 'vertex'), after, name);
      const was = new Set(await rulesOf(path, before));
      // That a model may be shut down from a day on is its outlook, which the plan says.
      const left = (await rulesOf(path, after)).filter(
        (rule) =>
          (rule !== 'retirement-window' && !was.has(rule)) ||
          /model|sdk-dropped|endpoint|parameter/.test(rule),
      );
      assert.deepEqual(left, [], name);
    }
  });

  it('compiles against the types of the SDK', async () => {
    await compiled((await filesOf('.after.ts')).map((name) => join(FOLDER, name)));
  });

  it('runs, by the SDK with credentials of a project, and ends with a video', async () => {
    const options = { catalog: CATALOG, asOf: TODAY, clock: scaledClock(200), random: seeded(7) };
    const simulator = await startSimulator(options);
    const folder = await mkdtemp(join(tmpdir(), 'veo-audit-'));
    try {
      const names = (await filesOf('.after.')).filter((one) => /[jt]s$/.test(one));
      assert.ok(names.length > 2);
      const pairs: string[] = [];
      for (const name of names) {
        await mkdir(join(folder, name));
        pairs.push(`${join(folder, name)}=${join(FOLDER, name)}`);
      }
      const { GEMINI_API_KEY: _, GOOGLE_API_KEY: __, ...rest } = process.env;
      const env = {
        ...rest,
        GOOGLE_APPLICATION_CREDENTIALS: await credentialsIn(folder),
        GOOGLE_CLOUD_PROJECT: 'simulated',
        GOOGLE_CLOUD_LOCATION: 'us-central1',
        GOOGLE_VERTEX_BASE_URL: simulator.origin,
      };
      const loader = join(ROOT, 'node_modules/tsx/dist/loader.mjs');
      const runner = fileURLToPath(new URL('runScripts.mjs', import.meta.url));
      await run(process.execPath, ['--import', loader, runner, ...pairs], { env });
      for (const name of names) {
        const facts = readMp4(await readFile(join(folder, name, 'out.mp4')));
        const made = [facts?.durationSeconds, facts?.width, facts?.height];
        assert.deepEqual(made, promised(await readFile(join(FOLDER, name), 'utf8')), name);
      }
    } finally {
      await simulator.close();
      await rm(folder, { recursive: true });
    }
  });

  it('is not touched where its client does other work, or its shape is not understood, and the plan says why', async () => {
    for (const [file, path] of [
      ['refused.txt', 'a.ts'],
      ['refused.py.txt', 'a.py'],
    ] as const) {
      const blocks = (await readFile(join(FOLDER, file), 'utf8')).split(/^=== /m).slice(1);
      const wrong: string[] = [];
      for (const block of blocks) {
        const [head = '', ...lines] = block.split('\n');
        const [name = '', why = ''] = head.split(' | ');
        const [target] = await targetsOf(path, lines.join('\n'), 'vertex');
        if (!target?.whyNoEdits?.startsWith(why)) wrong.push(`${name}: ${target?.whyNoEdits ?? 'is edited'}`);
      }
      assert.deepEqual(wrong, [], file);
    }
  });
});
