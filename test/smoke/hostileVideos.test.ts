// Videos with bytes changed at random, which were made to break their reader: each gets an answer.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { makeMp4 } from '../../src/simulator/mp4.ts';
import { verifyVideo } from '../../src/smoke/verify.ts';
import { REQUEST, routeOf, seeded } from './harness.ts';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));

describe('videos with bytes changed at random', () => {
  for (const [name, bytes] of [
    ['whole', makeMp4({ seconds: 4, width: 1280, height: 720, audio: true }, 'test')],
    ['in fragments', fixture('fragmented.mp4')],
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
