// `veo-audit smoke --resume`: interrupted runs, and records that are planted or damaged.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smokeCommand, terminalExtras } from '../../src/cli/smoke.ts';
import { desk, evidenceIn, VERTEX } from './desk.ts';
import { planOf } from './harness.ts';

describe('veo-audit smoke --resume --simulate', () => {
  it('starts the simulator of the interrupted run again', async () => {
    const { context, folder, said } = await desk();
    const stop = new AbortController();
    const stopping = {
      ...context,
      stderr: (text: string) => {
        said.err += text;
        if (text.includes(': polling')) stop.abort();
      },
    };
    const args = [...VERTEX, '--simulate', '--speed', '2000'];
    const extras = { ...terminalExtras({}), interrupted: () => stop.signal };
    assert.equal(await smokeCommand(args, stopping, extras), 1);
    assert.match(said.out, /^abandoned \[simulated\]: .*Resume the run to go on with its job/);
    assert.equal(await smokeCommand(['--resume', '--simulate', '--speed', '2000'], context), 0, said.err);
    const evidence = await evidenceIn(folder);
    const smoke = evidence.find(({ kind }) => kind === 'smoke');
    assert.deepEqual([smoke?.state, smoke?.resumes, smoke?.submits.accepted], ['passed', 1, 1]);
    assert.equal(smoke?.controlledFailure?.passed, true);
    assert.equal(evidence.length, 2);
  });
});

describe('veo-audit smoke --resume with planted and damaged records', () => {
  const RESUME = ['--resume', '--simulate'];

  it('names them, touches nothing, and does not end well', async () => {
    const { context, folder, said } = await desk();
    const journal = join(folder, '.veo-audit/journal');
    await mkdir(join(journal, 'old.jsonl'), { recursive: true });
    const plan = { ...planOf('vertex-ai'), simulated: true, id: '../../../AGENTS' };
    const planted = `${JSON.stringify({ at: 1, type: 'planned', plan })}\n`;
    await writeFile(join(journal, 'planted.jsonl'), planted);
    assert.equal(await smokeCommand(RESUME, context), 1);
    assert.match(
      said.err,
      /^The journal of old cannot be read and was left alone: it is a link or a folder\.$/m,
    );
    assert.match(said.err, /^The journal of planted cannot be read and was left alone: line 1 is damaged/m);
    assert.deepEqual((await readdir(join(folder, '.veo-audit'))).sort(), ['journal']);
    assert.equal(await readFile(join(journal, 'planted.jsonl'), 'utf8'), planted);
    await assert.rejects(smokeCommand([...RESUME, 'planted'], context), {
      message: 'The run "planted" cannot be resumed: line 1 is damaged, or of a newer version.',
    });
  });

  it('do not keep a run from its evidence', async () => {
    const { context, folder, said } = await desk();
    await mkdir(join(folder, '.veo-audit/journal/old.jsonl'), { recursive: true });
    assert.equal(await smokeCommand([...VERTEX, '--simulate', '--speed', '2000'], context), 0, said.err);
    assert.equal((await evidenceIn(folder)).length, 2);
  });

  it('are refused where a link leads out of the workspace', async () => {
    const { context, folder } = await desk();
    const outside = await mkdtemp(join(tmpdir(), 'veo-audit-outside-'));
    await symlink(outside, join(folder, '.veo-audit'));
    await assert.rejects(smokeCommand([...VERTEX, '--simulate', '--speed', '2000'], context), {
      message: /is a link out of the workspace, to .*Remove the link\.$/,
    });
    assert.deepEqual(await readdir(outside), []);
  });
});
