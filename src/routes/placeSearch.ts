// Places among many places, found without looking at each of them.
import type { Place } from './types.ts';

/** Finds those of `sorted` that overlap a place. They are in order of position and do not overlap each other. */
export function overlapFinder<T extends Place>(sorted: readonly T[]): (place: Place) => readonly T[] {
  return ({ start, end }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.end ?? 0) > start) high = middle;
      else low = middle + 1;
    }
    const found: T[] = [];
    for (let one = sorted[low]; one !== undefined && one.start < end; one = sorted[++low]) found.push(one);
    return found;
  };
}

/** Tells whether a place lies within one of `places`, in any order. */
export function coverTest(places: readonly Place[]): (place: Place) => boolean {
  const sorted = [...places].sort((a, b) => a.start - b.start);
  let reach = 0;
  const reaches = sorted.map(({ end }) => (reach = Math.max(reach, end)));
  return ({ start, end }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (reaches[low - 1] ?? 0) >= end;
  };
}
