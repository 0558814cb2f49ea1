// The samples of an MP4 in fragments: where each run begins, how many bytes it has, and whether the file has them.
import { type Box, liesIn, MOST_SAMPLES } from './mp4Boxes.ts';

/** What a fragment says of a track before its runs. */
interface Track {
  /** Bytes of each sample that does not say its own. */
  readonly sampleSize: number;
  /** What the runs' places are counted from. */
  readonly base: number;
}

/** Whether all samples of all fragments have their bytes inside the media. Throws a RangeError for a box that is too short. */
export function fragmentsLieIn(view: DataView, boxes: readonly Box[], media: readonly Box[]): boolean {
  const sizes = new Map(
    boxes
      .filter(({ type }) => type === 'trex')
      .map((box) => [view.getUint32(box.start + 4), view.getUint32(box.start + 16)]),
  );
  let samples = 0;
  let [moofAt, end] = [0, 0];
  let track: Track | null = null;
  for (const box of boxes) {
    if (box.type === 'moof') [moofAt, end] = [box.typeAt - 4, box.typeAt - 4];
    if (box.type === 'traf') track = null;
    if (box.type === 'tfhd') {
      track = trackOf(view, box, moofAt, end, sizes);
      end = track.base;
    }
    if (box.type !== 'trun') continue;
    const run = track === null ? null : runOf(view, box, track, end);
    if (run === null || !liesIn(run.from, run.to, media)) return false;
    samples += run.count;
    if (samples > MOST_SAMPLES) return false;
    end = run.to;
  }
  return true;
}

function trackOf(
  view: DataView,
  { start }: Box,
  moofAt: number,
  end: number,
  sizes: ReadonlyMap<number, number>,
): Track {
  const flags = view.getUint32(start) & 0xffffff;
  const has = (flag: number) => (flags & flag) !== 0;
  const atSize = start + 8 + (has(1) ? 8 : 0) + (has(2) ? 4 : 0) + (has(8) ? 4 : 0);
  const usual = sizes.get(view.getUint32(start + 4)) ?? 0;
  const base = has(1) ? Number(view.getBigUint64(start + 8)) : has(0x20000) ? moofAt : end;
  return { sampleSize: has(0x10) ? view.getUint32(atSize) : usual, base };
}

/** Null for a run of more samples than its box has room for, and for one without a byte. */
function runOf(
  view: DataView,
  box: Box,
  { sampleSize, base }: Track,
  end: number,
): { readonly from: number; readonly to: number; readonly count: number } | null {
  const flags = view.getUint32(box.start) & 0xffffff;
  const has = (flag: number) => (flags & flag) !== 0;
  const count = view.getUint32(box.start + 4);
  const width = [0x100, 0x200, 0x400, 0x800].filter(has).length * 4;
  const first = box.start + 8 + (has(1) ? 4 : 0) + (has(4) ? 4 : 0);
  if (first + count * width > box.end) return null;
  const from = has(1) ? base + view.getInt32(box.start + 8) : end;
  let bytes = has(0x200) ? 0 : count * sampleSize;
  const sizeAt = first + (has(0x100) ? 4 : 0);
  for (let sample = 0; has(0x200) && sample < count; sample++)
    bytes += view.getUint32(sizeAt + sample * width);
  return count > 0 && bytes === 0 ? null : { from, to: from + bytes, count };
}
