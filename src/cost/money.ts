// Arithmetic with US dollars in whole micro-dollars, so that 0.1 × 3 is 0.3.
import type { UsdRange } from './types.ts';

const MICRO = 1_000_000;

/** A price times some factors, rounded once to a micro-dollar. */
export function timesUsd(usd: number, ...factors: readonly number[]): number {
  const micro = factors.reduce((product, factor) => product * factor, Math.round(usd * MICRO));
  return Math.round(micro) / MICRO;
}

/** A range times a factor, each end by itself. */
export function timesRange({ min, max }: UsdRange, factor: number): UsdRange {
  return { min: timesUsd(min, factor), max: timesUsd(max, factor) };
}

/** The range from the least to the greatest of some ranges. Throws a RangeError when there is none. */
export function spanOf(ranges: readonly UsdRange[]): UsdRange {
  if (ranges.length === 0) throw new RangeError('No range to span');
  return {
    min: Math.min(...ranges.map((range) => range.min)),
    max: Math.max(...ranges.map((range) => range.max)),
  };
}

/** The sum of some amounts. */
export function sumUsd(...amounts: readonly number[]): number {
  return amounts.reduce((total, usd) => total + Math.round(usd * MICRO), 0) / MICRO;
}

/** The sum of some ranges, each end by itself. */
export function sumOf(ranges: readonly UsdRange[]): UsdRange {
  return { min: sumUsd(...ranges.map(({ min }) => min)), max: sumUsd(...ranges.map(({ max }) => max)) };
}
