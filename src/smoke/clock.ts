// Clocks: the real one, and one that runs faster for simulations.
import type { Clock } from './types.ts';

/**
 * A clock that runs `speed` times as fast as the machine's (1: the real one), from now on. Waits shrink alike,
 * so everything that is measured with it keeps its proportions.
 */
export function scaledClock(speed = 1): Clock {
  const start = Date.now();
  return {
    now: () => Math.round(start + (Date.now() - start) * speed),
    sleep: (ms, signal) => wait(ms / speed, signal),
  };
}

/** A clock for tests and proofs: no wait takes time, it only moves the clock on. */
export function virtualClock(start = Date.UTC(2026, 10, 21)): Clock {
  let now = start;
  return {
    now: () => now,
    sleep: async (ms, signal) => {
      if (!signal?.aborted) now += Math.max(0, ms);
    },
  };
}

function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
}
