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
    speed,
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
