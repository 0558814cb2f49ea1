// Videos that were made to break their reader: fragments, sizes of inner boxes, bytes changed at random, and a thread
// of its own for whatever still gets through.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { makeMp4 } from '../../src/simulator/mp4.ts';
import { readMp4, verifyVideo } from '../../src/smoke/verify.ts';
import { verifierIn } from '../../src/smoke/verifyApart.ts';
import { REQUEST, routeOf, seeded } from './harness.ts';

const video = makeMp4({ seconds: 4, width: 1280, height: 720, audio: true }, 'test');
const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));
const fragmented = fixture('fragmented.mp4');

/** Sets a number that lies some bytes behind the type of a box; the brands of a file's head are no boxes. */
function changed(bytes: Uint8Array, type: string, behind: number, value: number): Uint8Array {
  const at = Buffer.from(bytes).indexOf(type, Buffer.from(bytes).indexOf('moov'));
  assert.ok(at > 0, `there is no ${type}`);
  const copy = Uint8Array.from(bytes);
  new DataView(copy.buffer).setUint32(at + behind, value);
  return copy;
}

describe('hostile fragments', () => {
  it('are none whose run counts more samples than it holds, or begins outside of the media', () => {
    assert.notEqual(readMp4(fragmented), null);
    assert.equal(readMp4(changed(fragmented, 'trun', 8, 2 ** 31)), null);
    assert.equal(readMp4(changed(fragmented, 'trun', 8, 999_999)), null);
    assert.equal(readMp4(changed(fragmented, 'trun', 12, 0x7fffffff)), null);
    assert.equal(readMp4(changed(fragmented, 'trun', 12, 0)), null);
  });

  it('are none whose samples take their size from a default that the media cannot hold', () => {
    // Without sizes of their own (0x200), samples have the track's: of its fragment (tfhd), or of all (trex).
    const at = Buffer.from(fragmented).indexOf('trun');
    const flags = new DataView(fragmented.buffer, fragmented.byteOffset).getUint32(at + 4);
    const unsized = changed(fragmented, 'trun', 4, flags & ~0x200);
    assert.equal(readMp4(changed(changed(unsized, 'trex', 20, 2 ** 30), 'tfhd', 12, 2 ** 30)), null);
  });
});

describe('hostile descriptions of samples', () => {
  for (const type of ['avc1', 'avcC', 'mp4a', 'esds']) {
    for (const size of [0, 7, 2 ** 31]) {
      it(`are none: ${type} of ${size} bytes`, () => {
        assert.equal(readMp4(changed(video, type, -4, size)), null);
      });
    }
  }
});

describe('videos with bytes changed at random', () => {
  for (const [name, bytes] of [
    ['whole', video],
    ['in fragments', fragmented],
    ['in HEVC', fixture('hevc.mp4')],
    ['in AV1', fixture('av1.mp4')],
  ] as const) {
    it(`always get an answer: ${name}, 250 of them`, () => {
      const random = seeded(20261124);
      const header = Math.min(bytes.length, 4_000);
      for (let round = 0; round < 250; round += 1) {
        const copy = Uint8Array.from(bytes);
        const view = new DataView(copy.buffer);
        for (let change = 0; change < 1 + random() * 4; change += 1) {
          const at = Math.floor(random() * (header - 4));
          if (random() < 0.5) copy[at] = Math.floor(random() * 256);
          else view.setUint32(at, [0, 1, 0xffff, 2 ** 31, 2 ** 32 - 1][Math.floor(random() * 5)] ?? 0);
        }
        const [first] = verifyVideo(copy, routeOf('vertex-ai'), REQUEST).checks;
        assert.equal(first?.name, 'mp4');
      }
    });
  }
});

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
  });

  for (const [what, text, timeoutMs, found] of [
    ['never ends', 'for (;;);', 100, /within 0.1 s/],
    ['takes all memory', 'const all = []; for (;;) all.push({ all: [all.length] });', 60_000, /in 32 MB/],
    ['throws', 'throw new Error("odd");', 60_000, /no reader gets through/],
    ['ends without a word', '', 60_000, /no reader gets through/],
  ] as const) {
    it(`is no video, and the run goes on, where its reader ${what}`, async () => {
      const { facts, checks } = await look(script(`${what.replaceAll(' ', '-')}.cjs`, text), timeoutMs);
      assert.equal(facts, null);
      assert.deepEqual([checks.length, checks[0]?.ok], [1, false]);
      assert.match(checks[0]?.found ?? '', found);
    });
  }
});
