// Fragments and inner boxes that were made to break their reader: what they count is held against the bytes that there are.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { makeMp4 } from '../../src/simulator/mp4.ts';
import { readMp4 } from '../../src/smoke/verify.ts';

const video = makeMp4({ seconds: 4, width: 1280, height: 720, audio: true }, 'test');
const fragmented = new Uint8Array(readFileSync(new URL('./fixtures/fragmented.mp4', import.meta.url)));

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
