// How long and how large an answer may be: the one table for all that is asked over the network.

/** What is asked for in a run. */
export type Step = 'look' | 'submit' | 'list' | 'poll' | 'download';

export interface NetworkLimits {
  /** After this long without the whole answer the request counts as lost. Milliseconds. */
  readonly timeoutMs: number;
  /** An answer of more bytes is not read to its end. */
  readonly maxBytes: number;
}

const MB = 1024 * 1024;
/** Four 4k videos, the most that a request can ask for. */
const VIDEOS = 512 * MB;

const LIMITS: Readonly<Record<Step, NetworkLimits>> = {
  look: { timeoutMs: 20_000, maxBytes: 20 * MB },
  submit: { timeoutMs: 60_000, maxBytes: MB },
  list: { timeoutMs: 20_000, maxBytes: 20 * MB },
  poll: { timeoutMs: 120_000, maxBytes: 4 * MB },
  download: { timeoutMs: 180_000, maxBytes: VIDEOS },
};

/** Families whose polls carry the videos themselves. */
const INLINE: ReadonlySet<string> = new Set(['vertex-ai', 'omni-interactions']);

/** The limits of a step of a run with an endpoint family. */
export function networkLimits(step: Step, family: string): NetworkLimits {
  return step === 'poll' && INLINE.has(family) ? { ...LIMITS.poll, maxBytes: VIDEOS } : LIMITS[step];
}

/** The limits of a gateway's catalog, which is what a look into its models is, too. */
export const CATALOG_LIMITS = LIMITS.look;
/** The largest answer that there is. */
export const LARGEST_ANSWER = VIDEOS;
