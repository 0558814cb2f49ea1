// The lock of a run: one holder at a time, whoever comes, dies or cannot be judged.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { lifeOf, thisProcess } from '../../src/smoke/holder.ts';
import { lockRun, whyLocked } from '../../src/smoke/lock.ts';
import { RunBusyError } from '../../src/smoke/runErrors.ts';
import { deadHolder, raceForLocks } from './lockRaces.ts';

const folder = () => mkdtemp(join(tmpdir(), 'veo-audit-lock-'));
const IN_CONTAINER = ['--pid', '--fork', '--mount-proc'];

describe('the lock of a run', function () {
  this.timeout(120_000);

  for (const processes of [2, 3, 4]) {
    it(`has one holder in races of ${processes} processes, fresh and left by the dead`, async () => {
      const { none, several, together, taken } = await raceForLocks(processes, 200);
      assert.deepEqual({ none, several, together }, { none: 0, several: 0, together: 0 });
      assert.ok(taken > 0, 'nobody ever took it');
    });
  }

  it('leaves nothing behind, also after several that died', async () => {
    const place = await folder();
    for (let deaths = 0; deaths < 3; deaths += 1) await lockRun(place, 'run', deadHolder());
    const release = await lockRun(place, 'run');
    await assert.rejects(lockRun(place, 'run'), RunBusyError);
    await release();
    assert.deepEqual(await readdir(place), []);
  });

  it('of another machine, boot or container is not taken, in one sentence that names the file', async () => {
    const here = thisProcess();
    const others = [
      { ...deadHolder(), host: `not-${here.host}` },
      { ...deadHolder(), boot: 'another' },
      { ...deadHolder(), space: 'pid:[1]' },
      { ...deadHolder(), space: null },
    ];
    for (const holder of others) {
      const place = await folder();
      assert.equal(lifeOf(holder), 'unknown');
      await lockRun(place, 'run', holder);
      await assert.rejects(
        lockRun(place, 'run'),
        /^Error: The run run may be in use .*delete .*run\.lock\.$/,
      );
    }
  });

  it('that says nothing is not taken: empty, cut off, of an older version, a link', async () => {
    for (const text of ['', '{"host":"h"', '{"pid":1,"startedAt":2,"token":"../../x"}', 'x'.repeat(10_000)]) {
      const place = await folder();
      await writeFile(join(place, 'run.lock'), text);
      assert.match((await whyLocked(place, 'run')) ?? '', /may be in use/);
      await assert.rejects(lockRun(place, 'run'), RunBusyError);
    }
    const place = await folder();
    await symlink('/dev/zero', join(place, 'run.lock'));
    await assert.rejects(lockRun(place, 'run'), RunBusyError);
  });

  it('knows a later process with the same ID from the one that died', () => {
    const here = thisProcess();
    assert.equal(lifeOf(here), 'alive');
    assert.equal(
      lifeOf({ ...here, start: here.start === null ? null : '1' }),
      here.start === null ? 'alive' : 'dead',
    );
  });

  if (spawnSync('unshare', [...IN_CONTAINER, 'true']).status === 0) {
    it('is refused to a process of another PID namespace, both ways', async () => {
      const place = await folder();
      const worker = join(place, 'worker.mjs');
      await build({
        stdin: {
          contents: `import { lockRun } from './lock.ts';
            await lockRun(process.argv[2], process.argv[3]).catch((error) => {
              process.stdout.write(error.message);
              process.exitCode = 3;
            });`,
          resolveDir: fileURLToPath(new URL('../../src/smoke/', import.meta.url)),
        },
        outfile: worker,
        bundle: true,
        platform: 'node',
        format: 'esm',
        logLevel: 'error',
      });
      const inside = (run: string) =>
        spawnSync('unshare', [...IN_CONTAINER, process.execPath, worker, place, run], { encoding: 'utf8' });
      const release = await lockRun(place, 'ours');
      const refused = inside('ours');
      assert.equal(refused.status, 3);
      assert.match(
        refused.stdout,
        /^The run ours may be in use on another machine or in another container: [^.]+/,
      );
      await release();
      assert.equal(inside('theirs').status, 0);
      await assert.rejects(lockRun(place, 'theirs'), RunBusyError);
    });
  }
});
