// A thread of its own for each video: it answers as this one does, and what breaks it does not break the run.
import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { makeMp4 } from '../../src/simulator/mp4.ts';
import { verifyVideo } from '../../src/smoke/verify.ts';
import { verifierIn } from '../../src/smoke/verifyApart.ts';
import { REQUEST, routeOf } from './harness.ts';

const video = makeMp4({ seconds: 4, width: 1280, height: 720, audio: true }, 'test');

describe('a video in a thread of its own', () => {
  let folder = '';
  const script = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return pathToFileURL(join(folder, name));
  };
  const look = (worker: URL | undefined, timeoutMs = 60_000) =>
    verifierIn(worker, { timeoutMs, memoryMb: 32 })(video, routeOf('vertex-ai'), REQUEST);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'veo-audit-video-'));
    await build({
      entryPoints: [fileURLToPath(new URL('../../src/smoke/videoWorker.ts', import.meta.url))],
      outfile: join(folder, 'videoWorker.cjs'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
    });
  });
  after(() => rmSync(folder, { recursive: true }));

  it('gets the same answer as in this one', async () => {
    const apart = await look(pathToFileURL(join(folder, 'videoWorker.cjs')));
    assert.deepEqual(apart, verifyVideo(video, routeOf('vertex-ai'), REQUEST));
    assert.deepEqual(await look(undefined), apart);
    assert.deepEqual(await look(pathToFileURL(join(folder, 'none.cjs'))), apart);
  });

  for (const [what, text, timeoutMs, found] of [
    ['never ends', 'for (;;);', 100, /within 0.1 s/],
    ['takes all memory', 'const all = []; for (;;) all.push({ all: [all.length] });', 60_000, /in 32 MB/],
    ['throws', 'throw new Error("odd");', 60_000, /no reader gets through/],
    [
      'throws with a code',
      'throw Object.assign(new Error("odd"), { code: "E" });',
      60_000,
      /no reader gets through/,
    ],
    ['ends without a word', '', 60_000, /no reader gets through/],
  ] as const) {
    it(`is no video, and the run goes on, where its reader ${what}`, async () => {
      const { facts, checks } = await look(script(`${what.replaceAll(' ', '-')}.cjs`, text), timeoutMs);
      const [check] = checks;
      assert.match(check?.found ?? '', found);
      const expected = 'a whole MP4 with a video track';
      assert.deepEqual([facts, checks], [null, [{ name: 'mp4', ok: false, expected, found: check?.found }]]);
    });
  }
});
