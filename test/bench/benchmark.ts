// What a benchmark is: a name and figures that were taken in one run, best as ratios, since machines differ.

export interface Measure {
  readonly what: string;
  readonly value: string;
  /** What the value should be, where there is a goal. */
  readonly goal?: string;
}

export interface Benchmark {
  readonly name: string;
  /** @throws MissingToolError where the machine lacks something. */
  run(): Promise<readonly (Measure | string)[]>;
}

/** The message is a sentence that says what to install. */
export class MissingToolError extends Error {}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
