// Requests moved to Omni: golden results that compile and run, reasons where nothing is moved, and twice is once.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { startSimulator } from '../../src/simulator/server.ts';
import { scaledClock } from '../../src/smoke/clock.ts';
import { readMp4 } from '../../src/smoke/verify.ts';
import { assertKept } from '../kept.ts';
import { nodeGrammars } from '../routes/nodeGrammars.ts';
import { seeded } from '../smoke/harness.ts';
import { CATALOG, TODAY } from './audited.ts';
import { compiled, moved, promised, rulesOf, targetsOf } from './moved.ts';

const run = promisify(execFile);
const FOLDER = fileURLToPath(new URL('../fixtures/migrate/', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What an audit says of the model and its API: a migration has to settle it. */
const LIFECYCLE = /model|sdk-dropped|endpoint|parameter/;

const filesOf = async (part: string): Promise<readonly string[]> =>
  (await readdir(FOLDER)).filter((name) => name.includes(part)).sort();

describe('a request moved to Omni', function () {
  this.timeout(60_000);

  it('is the golden result, silent in the audit, and moved once only', async () => {
    for (const name of await filesOf('.before.')) {
      const before = await readFile(join(FOLDER, name), 'utf8');
      const path = name.replace('.before', '');
      const after = await moved(path, before);
      assertKept(join(FOLDER, name.replace('.before.', '.after.')), after);
      assert.equal(await moved(path, after), after, name);
      const was = new Set(await rulesOf(path, before));
      const left = (await rulesOf(path, after)).filter((rule) => !was.has(rule) || LIFECYCLE.test(rule));
      assert.deepEqual(left, [], name);
    }
  });

  it('compiles against the types of the SDK', async () => {
    const files = (await filesOf('.after.ts'))
      // A component needs the types of its framework.
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(FOLDER, name));
    await compiled(files);
  });

  it('runs, by the SDK, and ends with a video', async () => {
    const simulator = await startSimulator({
      catalog: CATALOG,
      asOf: TODAY,
      clock: scaledClock(200),
      random: seeded(7),
    });
    try {
      const names = (await filesOf('.after.')).filter((one) => /[jt]s$/.test(one));
      const folder = await mkdtemp(join(tmpdir(), 'veo-audit-'));
      const pairs: string[] = [];
      for (const name of names) {
        await mkdir(join(folder, name));
        pairs.push(`${join(folder, name)}=${join(FOLDER, name)}`);
      }
      const env = { ...process.env, GEMINI_API_KEY: 'simulated', GOOGLE_GEMINI_BASE_URL: simulator.origin };
      const loader = join(ROOT, 'node_modules/tsx/dist/loader.mjs');
      const runner = fileURLToPath(new URL('runScripts.mjs', import.meta.url));
      await run(process.execPath, ['--import', loader, runner, ...pairs], { env });
      for (const name of names) {
        const facts = readMp4(await readFile(join(folder, name, 'out.mp4')));
        const made = [facts?.durationSeconds, facts?.width, facts?.height];
        assert.deepEqual(made, promised(await readFile(join(FOLDER, name), 'utf8')), name);
      }
      await rm(folder, { recursive: true });
    } finally {
      await simulator.close();
    }
  });

  it('runs as a shell script, with curl, and ends with a video', async () => {
    const simulator = await startSimulator({
      catalog: CATALOG,
      asOf: TODAY,
      clock: scaledClock(200),
      random: seeded(7),
    });
    const env = { ...process.env, GEMINI_API_KEY: 'simulated', GEMINI_BASE_URL: simulator.origin };
    try {
      for (const name of await filesOf('.after.sh')) {
        const script = join(FOLDER, name);
        await run('bash', ['-n', script]);
        const text = await readFile(script, 'utf8');
        // The scripts read answers with jq, as their authors wrote them: without it there is nothing to run.
        const hasTools = await run('bash', ['-c', 'command -v jq curl']).then(
          () => true,
          () => false,
        );
        if (!hasTools || !text.startsWith('# makes')) continue;
        const folder = await mkdtemp(join(tmpdir(), 'veo-audit-'));
        await run('bash', [script], { cwd: folder, env });
        const facts = readMp4(await readFile(join(folder, 'out.mp4')));
        assert.deepEqual([facts?.durationSeconds, facts?.width, facts?.height], promised(text), name);
        await rm(folder, { recursive: true });
      }
    } finally {
      await simulator.close();
    }
  });

  it('is a Python program', async () => {
    const files = (await filesOf('.after.py')).map((name) => join(FOLDER, name));
    for (const file of files) {
      const parsed = await nodeGrammars.parse('python', await readFile(file, 'utf8'));
      assert.ok('root' in parsed && !parsed.isBroken, file);
    }
    // Where Python itself is at hand, it has the last word.
    const check = 'import ast, sys\nfor f in sys.argv[1:]: ast.parse(open(f, encoding="utf-8").read(), f)';
    await run('python3', ['-c', check, ...files]).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  });

  it('is not touched where its shape is not understood, and the plan says why', async () => {
    for (const [file, path] of [
      ['refused.txt', 'a.ts'],
      ['refused.py.txt', 'a.py'],
      ['refused.sh.txt', 'a.sh'],
    ] as const) {
      const blocks = (await readFile(join(FOLDER, file), 'utf8')).split(/^=== /m).slice(1);
      assert.ok(blocks.length > 8);
      const wrong: string[] = [];
      for (const block of blocks) {
        const [head = '', ...lines] = block.split('\n');
        const [name = '', why = ''] = head.split(' | ');
        const [target] = await targetsOf(path, lines.join('\n'));
        if (!target?.whyNoEdits?.startsWith(why)) wrong.push(`${name}: ${target?.whyNoEdits ?? 'is edited'}`);
      }
      assert.deepEqual(wrong, [], file);
    }
  });

  it('stays JSON in a notebook, each line in a string of its own', async () => {
    const names = await filesOf('.after.ipynb');
    assert.ok(names.length > 0);
    for (const name of names) {
      const { cells } = JSON.parse(await readFile(join(FOLDER, name), 'utf8'));
      for (const { source } of cells)
        for (const line of Array.isArray(source) ? source : [])
          assert.ok(!line.slice(0, -1).includes('\n'), `${name}: ${line}`);
    }
  });

  it('leaves every byte outside of its shape as it was', async () => {
    const before = await readFile(join(FOLDER, 'options.before.ts'), 'utf8');
    const after = await readFile(join(FOLDER, 'options.after.ts'), 'utf8');
    const pyBefore = await readFile(join(FOLDER, 'asynchronous.before.py'), 'utf8');
    const pyAfter = await readFile(join(FOLDER, 'asynchronous.after.py'), 'utf8');
    const pyLine = fc.constantFrom(
      '# a remark',
      '',
      'other = 1',
      "print('operation.done')",
      'x = "{y}"  # z',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pyLine, { maxLength: 4 }), async (above) => {
        const behind = (text: string): string => [...above, text].join('\n');
        assert.equal(await moved('a.py', behind(pyBefore)), behind(pyAfter));
      }),
      { numRuns: 15, interruptAfterTimeLimit: 10_000 },
    );
    const line = fc.constantFrom(
      '// a remark',
      '',
      'const other = 1;',
      "console.log('a', `b`);",
      '/* operation.done */',
      '\tif (x) { y(); }',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 4 }),
        fc.array(line, { maxLength: 4 }),
        async (above, below) => {
          const around = (text: string): string => [...above, text, ...below].join('\n');
          assert.equal(await moved('a.ts', around(before)), around(after));
        },
      ),
      { numRuns: 25, interruptAfterTimeLimit: 15_000 },
    );
  });
});
