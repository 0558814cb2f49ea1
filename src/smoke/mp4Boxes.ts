// What the checks of an MP4 have in common.

export interface Box {
  readonly type: string;
  /** Where its content begins and ends, bytes. */
  readonly start: number;
  readonly end: number;
  /** Where its type stands. */
  readonly typeAt: number;
}

/** A table may say that all its samples have one size: then only this bounds how many there are. */
export const MOST_SAMPLES = 1_000_000;

/** Whether bytes are inside one box of media. */
export function liesIn(from: number, to: number, media: readonly Box[]): boolean {
  return media.some(({ start, end }) => from >= start && to <= end);
}
