// Holds an MP4's boxes and tables against the bytes that there are, before a library believes what they say.

import { type Box, liesIn, MOST_SAMPLES } from './mp4Boxes.ts';
import { fragmentsLieIn } from './mp4Fragments.ts';

/** What the library is shown; everything else is turned into free space, because nobody has checked it. */
const SHOWN = new Set(
  (
    'ftyp moov mvhd trak tkhd mdia mdhd hdlr minf vmhd smhd stbl stsd stts ctts stsc stsz stco co64 stss ' +
    'mvex mehd trex moof mfhd traf tfhd tfdt trun mdat ' +
    'avc1 avc3 hvc1 hev1 av01 vp08 vp09 mp4a Opus fLaC ac-3 ec-3 avcC hvcC av1C vpcC esds'
  ).split(' '),
);
/** Boxes that hold boxes, on the way to the samples and to their codecs, and the bytes before the first of those. */
const HOLDERS: ReadonlyMap<string, number> = new Map([
  ...['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf'].map((type) => [type, 0] as const),
  ['stsd', 8],
  ...['avc1', 'avc3', 'hvc1', 'hev1', 'av01', 'vp08', 'vp09'].map((type) => [type, 78] as const),
  ...['mp4a', 'Opus', 'fLaC', 'ac-3', 'ec-3'].map((type) => [type, 28] as const),
]);
/** Bytes of an entry in the tables that say at once how many entries they have. */
const ENTRY_BYTES: Readonly<Record<string, number>> = {
  stts: 8,
  ctts: 8,
  stsc: 12,
  stco: 4,
  co64: 8,
  stss: 4,
  stsd: 8,
};
/** More boxes than any video has: what costs time is bounded by more than the size. */
const MOST_BOXES = 10_000;
const DEEPEST = 10;
/** Chunks held against boxes of media. */
const MOST_COMPARISONS = 50_000_000;

/**
 * A copy for a library: every box ends inside its parent, every table inside its box and every sample inside the
 * media of the file, and of the rest there is only free space. Null where one of that does not hold.
 */
export function checkedCopy(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const boxes = flat(view, { type: '', start: 0, end: bytes.length, typeAt: 0 }, 0, []);
    if (!holdsTogether(view, boxes)) return null;
    const copy = new Uint8Array(bytes);
    for (const { type, typeAt } of boxes) if (!SHOWN.has(type)) copy.set(FREE, typeAt);
    return copy;
  } catch (error) {
    // A number was read behind the end of the bytes.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const FREE = new TextEncoder().encode('free');

function holdsTogether(view: DataView, boxes: readonly Box[]): boolean {
  const media = boxes.filter(({ type }) => type === 'mdat');
  return (
    media.some(({ start, end }) => end > start) &&
    boxes.every((box) => tableFits(view, box)) &&
    boxes.filter(({ type }) => type === 'stbl').every((table) => samplesLieIn(view, table, boxes, media)) &&
    fragmentsLieIn(view, boxes, media)
  );
}

/** All boxes inside one, in their order. Throws a RangeError where one does not fit. */
function flat(view: DataView, parent: Box, depth: number, into: Box[]): Box[] {
  let offset = parent.start;
  while (offset + 8 <= parent.end) {
    const box = boxAt(view, offset, parent.end, depth === 0);
    into.push(box);
    if (into.length > MOST_BOXES || depth > DEEPEST) throw new RangeError('too many boxes');
    const before = HOLDERS.get(box.type);
    if (before !== undefined) flat(view, { ...box, start: box.start + before }, depth + 1, into);
    offset = box.end;
  }
  if (depth === 0 && offset !== parent.end) throw new RangeError('cut off');
  return into;
}

function boxAt(view: DataView, offset: number, limit: number, isTop: boolean): Box {
  const size = view.getUint32(offset);
  const type = String.fromCharCode(...[4, 5, 6, 7].map((index) => view.getUint8(offset + index)));
  const head = size === 1 ? 16 : 8;
  // A size of 0 means to the end of the file, which only the last box at the top may say.
  const length =
    size === 1 ? Number(view.getBigUint64(offset + 8)) : size === 0 && isTop ? limit - offset : size;
  if (length < head || offset + length > limit) throw new RangeError(`${type} does not fit`);
  return { type, start: offset + head, end: offset + length, typeAt: offset + 4 };
}

function tableFits(view: DataView, { type, start, end }: Box): boolean {
  const entry = Object.hasOwn(ENTRY_BYTES, type) ? ENTRY_BYTES[type] : undefined;
  if (entry !== undefined) return start + 8 + view.getUint32(start + 4) * entry <= end;
  if (type === 'stsz') return sizesFit(view, start, end);
  return true;
}

function sizesFit(view: DataView, start: number, end: number): boolean {
  const count = view.getUint32(start + 8);
  return count <= MOST_SAMPLES && (view.getUint32(start + 4) !== 0 || start + 12 + count * 4 <= end);
}

/** Walks the chunks of a sample table: each sample lies in a box of media. */
function samplesLieIn(view: DataView, table: Box, boxes: readonly Box[], media: readonly Box[]): boolean {
  const child = (type: string) =>
    boxes.find((box) => box.type === type && box.start >= table.start && box.end <= table.end);
  const [sizes, chunks, offsets, times] = [
    child('stsz'),
    child('stsc'),
    child('stco') ?? child('co64'),
    child('stts'),
  ];
  if (sizes === undefined || chunks === undefined || offsets === undefined || times === undefined)
    return false;
  const count = view.getUint32(sizes.start + 8);
  if (samplesTimed(view, times) !== count) return false;
  const fixed = view.getUint32(sizes.start + 4);
  const sizeOf = (sample: number) => (fixed === 0 ? view.getUint32(sizes.start + 12 + sample * 4) : fixed);
  const wide = offsets.type === 'co64';
  const chunkCount = view.getUint32(offsets.start + 4);
  const runs = view.getUint32(chunks.start + 4);
  if (chunkCount * media.length > MOST_COMPARISONS) return false;
  let [sample, run, all] = [0, 0, 0];
  for (let chunk = 0; chunk < chunkCount && sample < count; chunk++) {
    while (run + 1 < runs && view.getUint32(chunks.start + 8 + (run + 1) * 12) <= chunk + 1) run++;
    const inChunk = view.getUint32(chunks.start + 12 + run * 12);
    const at = offsets.start + 8 + chunk * (wide ? 8 : 4);
    const from = wide ? Number(view.getBigUint64(at)) : view.getUint32(at);
    let to = from;
    const last = Math.min(count, sample + inChunk);
    for (; sample < last; sample++) to += sizeOf(sample);
    all += to - from;
    if (inChunk === 0 || !liesIn(from, to, media)) return false;
  }
  return sample === count && (count === 0 || all > 0);
}

function samplesTimed(view: DataView, { start }: Box): number {
  let samples = 0;
  const entries = view.getUint32(start + 4);
  for (let entry = 0; entry < entries; entry++) samples += view.getUint32(start + 8 + entry * 8);
  return samples;
}
