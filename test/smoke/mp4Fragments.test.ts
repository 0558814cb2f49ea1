// Videos in fragments: where each run of samples begins and ends follows from flags, and all of it lies in the media.
import assert from 'node:assert/strict';
import { checkedCopy } from '../../src/smoke/mp4Tables.ts';
import { box, joined, media, numbers } from './boxes.ts';

const TRACK = 1;
/** Flags of a fragment's head: a place of its own, a description, a length, a size, counted from the fragment. */
const [BASE, DESCRIPTION, LENGTH, SIZE, FROM_HERE] = [1, 2, 8, 0x10, 0x20000];
/** Flags of a run: its place, the first one's flags; and of each sample a length, a size, flags, a shift. */
const [OFFSET, FIRST, LENGTHS, SIZES, FLAGS, SHIFTS] = [1, 4, 0x100, 0x200, 0x400, 0x800];

const head = (flags: number, ...fields: readonly number[]) => box('tfhd', numbers(flags, TRACK, ...fields));
const run = (flags: number, count: number, ...fields: readonly number[]) =>
  box('trun', numbers(flags, count, ...fields));
const track = (...boxes: readonly Uint8Array[]) => box('traf', joined(...boxes));
const fragment = (...boxes: readonly Uint8Array[]) => box('moof', joined(...boxes));
/** The size of a sample of a track, where nothing else says it. */
const usual = (size: number, id = TRACK) => box('mvex', box('trex', numbers(0, id, 1, 0, size, 0)));

/** Media of 12 bytes at the beginning of the file, and what comes behind it. */
const START = 8;
const END = 20;
const holds = (...parts: readonly Uint8Array[]) => checkedCopy(joined(media(12), ...parts)) !== null;
/** A fragment of one track, whose place is counted from the beginning of the file. */
const at = (...runs: readonly Uint8Array[]) => fragment(track(head(BASE | SIZE, 0, 0, 3), ...runs));

describe('a run of samples', () => {
  it('lies in the media, to its last byte', () => {
    assert.ok(holds(at(run(OFFSET, 4, START))));
    assert.ok(!holds(at(run(OFFSET, 4, START + 1))));
    assert.ok(!holds(at(run(OFFSET, 4, START - 1))));
    assert.ok(!holds(at(run(OFFSET, 5, START))));
    assert.ok(!holds(at(run(OFFSET, 1, -1))));
  });

  it('begins where the one before it ends, unless it says where', () => {
    assert.ok(holds(at(run(OFFSET, 2, START), run(0, 2))));
    assert.ok(!holds(at(run(OFFSET, 2, START), run(0, 3))));
    assert.ok(!holds(at(run(OFFSET, 3, START), run(0, 2))));
    assert.ok(holds(at(run(OFFSET, 2, START), run(OFFSET, 4, START))));
    assert.ok(!holds(at(run(0, 1))));
  });

  it('has the sizes that its samples say, wherever among their fields those stand', () => {
    assert.ok(holds(at(run(OFFSET | SIZES, 2, START, 5, 7))));
    assert.ok(!holds(at(run(OFFSET | SIZES, 2, START, 5, 8))));
    assert.ok(holds(at(run(OFFSET | LENGTHS | SIZES, 2, START, 99, 5, 99, 7))));
    assert.ok(!holds(at(run(OFFSET | LENGTHS | SIZES, 2, START, 0, 5, 0, 8))));
    const all = OFFSET | FIRST | LENGTHS | SIZES | FLAGS | SHIFTS;
    assert.ok(holds(at(run(all, 2, START, 99, 99, 5, 99, 99, 99, 7, 99, 99))));
    assert.ok(!holds(at(run(all, 2, START, 0, 0, 5, 0, 0, 0, 8, 0, 0))));
    assert.ok(holds(at(run(OFFSET | SIZES | FLAGS | SHIFTS, 2, START, 5, 99, 99, 7, 99, 99))));
  });

  it('has room in its box for all that it counts', () => {
    for (const [flag, width] of [
      [LENGTHS, 1],
      [SIZES, 1],
      [FLAGS, 1],
      [SHIFTS, 1],
      [LENGTHS | FLAGS | SHIFTS, 3],
    ] as const) {
      const fields = Array.from({ length: 2 * width }, () => 1);
      assert.ok(holds(at(run(OFFSET | flag, 2, START, ...fields))), String(flag));
      assert.ok(!holds(at(run(OFFSET | flag, 2, START, ...fields.slice(1)))), String(flag));
    }
    assert.ok(!holds(at(run(OFFSET | FIRST | FLAGS, 1, START, 1))));
    assert.ok(holds(at(run(OFFSET | FIRST | FLAGS, 1, START, 1, 1))));
  });

  it('has a byte, if it has a sample', () => {
    assert.ok(!holds(at(run(OFFSET | SIZES, 2, START, 0, 0))));
    assert.ok(holds(at(run(OFFSET | SIZES, 2, START, 0, 1))));
    assert.ok(holds(at(run(OFFSET | SIZES, 0, START))));
  });

  it('is of a million samples at most, as are all together', () => {
    const long = (count: number) => box('mdat', new Uint8Array(count));
    const whole = (...counts: readonly number[]) =>
      checkedCopy(
        joined(
          long(1_000_001),
          fragment(track(head(BASE | SIZE, 0, 0, 1), ...counts.map((count) => run(OFFSET, count, START)))),
        ),
      ) !== null;
    assert.ok(whole(1_000_000));
    assert.ok(!whole(1_000_001));
    assert.ok(whole(600_000, 400_000));
    assert.ok(!whole(600_000, 400_001));
  });
});

describe('a fragment', () => {
  it('begins where its head says, else with itself, else where the media before it ended', () => {
    const from = (flags: number, ...fields: readonly number[]) => fragment(track(head(flags, ...fields)));
    assert.ok(holds(from(0)));
    // Its own place is behind the media, so that only a run that points back lies in it.
    for (const flags of [FROM_HERE | SIZE, SIZE]) {
      assert.ok(holds(fragment(track(head(flags, 3), run(OFFSET, 4, START - END)))), String(flags));
      assert.ok(!holds(fragment(track(head(flags, 3), run(OFFSET, 4, START - END + 1)))), String(flags));
      assert.ok(!holds(fragment(track(head(flags, 3), run(OFFSET, 4, START - END - 1)))), String(flags));
    }
    assert.ok(holds(fragment(track(head(BASE | SIZE, 0, START, 3), run(0, 4)))));
    assert.ok(!holds(fragment(track(head(BASE | SIZE, 0, START + 1, 3), run(0, 4)))));
  });

  it('of a second track goes on behind the first, unless it counts from the fragment', () => {
    const first = track(head(SIZE, 3), run(OFFSET, 2, START - END));
    assert.ok(holds(fragment(first, track(head(SIZE, 3), run(0, 2)))));
    assert.ok(!holds(fragment(first, track(head(SIZE, 3), run(0, 3)))));
    assert.ok(!holds(fragment(first, track(head(FROM_HERE | SIZE, 3), run(0, 1)))));
    assert.ok(holds(fragment(first, track(head(FROM_HERE | SIZE, 3), run(OFFSET, 4, START - END)))));
    assert.ok(!holds(fragment(first), fragment(track(head(SIZE, 3), run(0, 1)))), 'the next one begins anew');
  });

  it('has samples of the size in its head, wherever that stands, else of its track', () => {
    for (const [flags, fields] of [
      [SIZE, []],
      [DESCRIPTION | SIZE, [99]],
      [LENGTH | SIZE, [99]],
      [DESCRIPTION | LENGTH | SIZE, [99, 99]],
    ] as const)
      for (const [size, whole] of [
        [3, true],
        [4, false],
      ] as const)
        assert.equal(
          holds(usual(99), fragment(track(head(BASE | flags, 0, 0, ...fields, size), run(OFFSET, 4, START)))),
          whole,
          `${flags} ${size}`,
        );
    const plain = fragment(track(head(BASE, 0, 0), run(OFFSET, 4, START)));
    assert.ok(holds(usual(3), plain));
    assert.ok(!holds(usual(4), plain));
    assert.ok(!holds(usual(3, 2), plain), 'another track says nothing');
    assert.ok(!holds(plain), 'no track says it');
    assert.ok(holds(usual(4), usual(3), plain), 'the last one holds');
  });

  it('says of which track a run is, before it', () => {
    assert.ok(!holds(fragment(track(run(OFFSET, 1, START)))));
    const first = track(head(BASE | SIZE, 0, 0, 3), run(OFFSET, 1, START));
    assert.ok(!holds(fragment(first, track(run(OFFSET, 1, START)))));
  });

  it('is none with a head or a run that is cut off at the end of the file', () => {
    assert.ok(!holds(fragment(track(box('tfhd', numbers(SIZE))))));
    assert.ok(!holds(fragment(track(head(BASE | SIZE, 0, 0, 3), box('trun', numbers(OFFSET))))));
  });
});
