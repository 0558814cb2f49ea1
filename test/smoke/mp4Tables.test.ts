// What an MP4 says of itself is held against the bytes that there are, to the byte.
import assert from 'node:assert/strict';
import { checkedCopy } from '../../src/smoke/mp4Tables.ts';
import { box, joined, media, numbers, wideBox } from './boxes.ts';

const holds = (...parts: readonly Uint8Array[]): boolean => checkedCopy(joined(...parts)) !== null;

/** What the tables of a track say; each is one that holds unless said otherwise, of 4 samples in 2 chunks. */
interface Tables {
  /** The size of all samples; 0 where each has its own. */
  readonly fixed?: number;
  readonly sizes?: readonly number[];
  readonly count?: number;
  /** First chunk and samples in each from there on. */
  readonly chunks?: readonly (readonly [first: number, samples: number])[];
  readonly offsets?: readonly number[];
  readonly wide?: boolean;
  /** Samples of each entry of times. */
  readonly times?: readonly number[];
  /** Tables that are left out. */
  readonly without?: readonly string[];
}

/** The first byte behind the header of the media, which comes first in each file here. */
const START = 8;

function table({
  fixed = 0,
  sizes = [3, 3, 3, 3],
  count = sizes.length,
  chunks = [[1, 2]],
  offsets = [START, START + 6],
  wide = false,
  times = [4],
  without = [],
}: Tables): Uint8Array {
  const places = offsets.flatMap((offset) => (wide ? [0, offset] : [offset]));
  const parts = {
    stsd: numbers(0, 0),
    stts: numbers(0, times.length, ...times.flatMap((samples) => [samples, 1])),
    stsc: numbers(0, chunks.length, ...chunks.flatMap(([first, samples]) => [first, samples, 1])),
    stsz: numbers(0, fixed, count, ...(fixed === 0 ? sizes : [])),
    [wide ? 'co64' : 'stco']: numbers(0, offsets.length, ...places),
  };
  const kept = Object.entries(parts).filter(([type]) => !without.includes(type));
  return box('stbl', joined(...kept.map(([type, content]) => box(type, content))));
}

const fits = (tables: Tables, bytes = 12): boolean => holds(media(bytes), table(tables));

describe('boxes', () => {
  it('hold media of a byte at least', () => {
    assert.ok(holds(media(1)));
    assert.ok(holds(media(0), media(1)));
    assert.ok(!holds(media(0)));
    assert.ok(!holds(box('ftyp')));
    assert.ok(!holds());
  });

  it('have a size that is theirs, in 4 bytes or in 8', () => {
    assert.ok(holds(media(1), box('free')));
    assert.ok(!holds(media(1), box('free', numbers(), 7)));
    assert.ok(!holds(media(1), box('free', numbers(), 9)));
    assert.ok(holds(wideBox('mdat', numbers(1))));
    assert.ok(holds(media(1), wideBox('free', numbers())));
    assert.ok(!holds(media(1), wideBox('free', numbers(), 15)));
    assert.ok(!holds(media(1), wideBox('free', numbers(), 17)));
    assert.ok(!holds(media(1), numbers(1), Buffer.from('free')));
    // What follows would be a box, if one could end inside of its own head.
    assert.ok(!holds(media(1), numbers(4, 8), Buffer.from('free')));
    assert.ok(!holds(media(1), wideBox('free', numbers(), 8)));
  });

  it('go to the end of the file without a size, at the top alone', () => {
    assert.ok(holds(box('mdat', numbers(1), 0)));
    assert.ok(holds(box('ftyp'), box('mdat', numbers(1), 0)));
    assert.ok(!holds(box('mdat', new Uint8Array(), 0)));
    assert.ok(!holds(media(1), box('moov', box('free', numbers(1), 0))));
  });

  it('fill the file, and leave up to 7 bytes of a box that holds them', () => {
    for (let rest = 1; rest < 8; rest += 1) {
      assert.ok(!holds(media(1), new Uint8Array(rest)), `${rest} bytes at the top`);
      assert.ok(
        holds(media(1), box('moov', joined(box('free'), new Uint8Array(rest)))),
        `${rest} bytes inside`,
      );
    }
    assert.ok(!holds(media(1), box('moov', new Uint8Array(8))));
  });

  it('end inside of the one that holds them', () => {
    assert.ok(holds(media(1), box('moov', box('free', numbers(1)))));
    assert.ok(!holds(media(1), box('moov', box('free', numbers(1), 13)), media(9)));
  });

  it('are looked for behind what describes a codec', () => {
    for (const [type, before] of [
      ['stsd', 8],
      ['avc1', 78],
      ['av01', 78],
      ['mp4a', 28],
      ['Opus', 28],
    ] as const) {
      const holder = (inner: Uint8Array) => box(type, joined(new Uint8Array(before), inner));
      assert.ok(holds(media(1), holder(box('free'))), type);
      assert.ok(!holds(media(1), holder(box('free', numbers(), 9))), type);
    }
    assert.ok(holds(media(1), box('free', box('free', numbers(), 9))), 'free space holds nothing');
  });

  it('are ten thousand at most', () => {
    const filled = (count: number) => joined(media(1), ...Array.from({ length: count }, () => box('free')));
    assert.ok(holds(filled(9_999)));
    assert.ok(!holds(filled(10_000)));
  });

  it('lie in each other ten deep below the top, and no deeper', () => {
    const nested = (depth: number): Uint8Array => box('moov', depth === 0 ? numbers() : nested(depth - 1));
    assert.ok(holds(media(1), nested(10)));
    assert.ok(!holds(media(1), nested(11)));
  });

  it('that nobody has checked are free space in the copy, and the bytes themselves stay', () => {
    const odd = joined(media(1), box('moov', box('mvhd', numbers(7))), box('uuid', numbers(7)), box('sidx'));
    const before = Uint8Array.from(odd);
    const free = joined(media(1), box('moov', box('mvhd', numbers(7))), box('free', numbers(7)), box('free'));
    assert.deepEqual(checkedCopy(odd), free);
    assert.deepEqual(odd, before);
  });

  it('are read from the middle of other bytes', () => {
    const whole = joined(numbers(0, 0), media(1), numbers(0));
    assert.deepEqual(checkedCopy(whole.subarray(8, 17)), media(1));
  });
});

describe('tables', () => {
  for (const [type, bytes] of [
    ['stts', 8],
    ['ctts', 8],
    ['stsc', 12],
    ['stco', 4],
    ['co64', 8],
    ['stss', 4],
    ['stsd', 8],
  ] as const) {
    it(`have room for what they count: ${type}, ${bytes} bytes each`, () => {
      // Of descriptions of samples, each is a box of its own.
      const entries = type === 'stsd' ? joined(box('free'), box('free')) : new Uint8Array(2 * bytes);
      const counting = (count: number) => box(type, joined(numbers(0, count), entries));
      assert.ok(holds(media(1), counting(2)));
      assert.ok(!holds(media(1), counting(3)));
    });
  }

  it('of sizes have room for all of them, unless all are of one size', () => {
    const sizes = (fixed: number, count: number, room: number) =>
      box('stsz', joined(numbers(0, fixed, count), new Uint8Array(room)));
    assert.ok(holds(media(1), sizes(0, 2, 8)));
    assert.ok(!holds(media(1), sizes(0, 2, 7)));
    assert.ok(holds(media(1), sizes(1, 1_000_000, 0)));
    assert.ok(!holds(media(1), sizes(1, 1_000_001, 0)));
  });
});

describe('samples', () => {
  it('lie in the media, to its last byte', () => {
    assert.ok(fits({}));
    assert.ok(!fits({}, 11));
    assert.ok(!fits({ offsets: [START - 1, START + 6] }));
    assert.ok(!fits({ offsets: [START, START + 7] }));
    assert.ok(fits({ offsets: [START + 6, START] }));
  });

  it('lie in one box of media each, in any of them', () => {
    const chunksAt = (...offsets: readonly number[]) => table({ offsets });
    assert.ok(holds(media(6), media(6), chunksAt(START, START + 14)));
    assert.ok(!holds(media(6), media(6), chunksAt(START, START + 6)));
    assert.ok(!holds(media(6), media(6), chunksAt(START, START + 13)));
  });

  it('have places of 8 bytes in a long file', () => {
    assert.ok(fits({ wide: true }));
    assert.ok(!fits({ wide: true, offsets: [START, START + 7] }));
  });

  it('may all be of one size', () => {
    assert.ok(fits({ fixed: 3, count: 4 }));
    assert.ok(!fits({ fixed: 4, count: 4 }));
    assert.ok(fits({ fixed: 3, count: 4, chunks: [[1, 4]], offsets: [START] }));
  });

  it('are in as many chunks as tables say, from the first chunk of each run on', () => {
    assert.ok(
      fits({
        chunks: [
          [1, 1],
          [2, 3],
        ],
        offsets: [START, START + 3],
      }),
    );
    assert.ok(
      !fits({
        chunks: [
          [1, 1],
          [2, 3],
        ],
        offsets: [START, START + 6],
      }),
    );
    assert.ok(
      fits({
        chunks: [
          [1, 1],
          [3, 2],
        ],
        offsets: [START, START + 3, START + 6],
      }),
    );
    assert.ok(
      !fits({
        chunks: [
          [1, 1],
          [3, 2],
        ],
        offsets: [START, START + 3, START + 7],
      }),
    );
    assert.ok(
      fits({
        chunks: [
          [1, 1],
          [2, 1],
          [3, 2],
        ],
        offsets: [START, START + 3, START + 6],
      }),
    );
  });

  it('are all in chunks, each of which has one', () => {
    assert.ok(!fits({ offsets: [START] }));
    // The size of what follows would be the place of a chunk.
    assert.ok(!holds(media(12), table({ offsets: [START] }), box('free')));
    assert.ok(
      !fits({
        chunks: [
          [1, 0],
          [2, 4],
        ],
        offsets: [START, START],
      }),
    );
    assert.ok(!fits({ chunks: [[1, 0]] }));
    assert.ok(
      fits({ chunks: [[1, 9]], offsets: [START, 0] }),
      'a chunk after the last sample is not looked at',
    );
  });

  it('have times, as many as they are', () => {
    assert.ok(fits({ times: [1, 3] }));
    assert.ok(!fits({ times: [3] }));
    assert.ok(!fits({ times: [4, 1] }));
    assert.ok(!fits({ times: [] }));
  });

  it('are of a byte altogether, if there are any', () => {
    assert.ok(fits({ sizes: [0, 0, 0, 1] }));
    assert.ok(!fits({ sizes: [0, 0, 0, 0] }));
    assert.ok(fits({ sizes: [], times: [], offsets: [] }));
  });

  it('have all their tables', () => {
    for (const without of ['stts', 'stsc', 'stsz', 'stco']) assert.ok(!fits({ without: [without] }), without);
    assert.ok(fits({ without: ['stsd'] }));
  });

  it('are told by the tables of their own track', () => {
    const whole = table({});
    const bare = table({ without: ['stsz'] });
    assert.ok(holds(media(12), whole, whole));
    assert.ok(!holds(media(12), whole, bare));
    assert.ok(!holds(media(12), bare, whole));
  });

  it('are looked for in so many chunks and so much media, and no more', () => {
    const offsets = Array.from({ length: 10_000 }, () => START);
    const much = table({ fixed: 1, count: 10_000, chunks: [[1, 1]], offsets, times: [10_000] });
    const boxes = (count: number) => joined(...Array.from({ length: count }, () => media(1)));
    assert.ok(holds(boxes(5_000), much));
    assert.ok(!holds(boxes(5_001), much));
  });
});
