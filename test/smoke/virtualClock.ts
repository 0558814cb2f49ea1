// A clock for tests: waits take no time, they end in the order of their ends.
import type { Clock } from '../../src/smoke/types.ts';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** Moves on only when everything that runs has come to wait. */
export function virtualClock(start = Date.UTC(2026, 10, 21, 12)): Clock {
  let now = start;
  let sleepers: readonly Sleeper[] = [];
  let pumping = false;
  const pump = () => {
    const [next] = [...sleepers].sort((a, b) => a.until - b.until);
    pumping = next !== undefined;
    if (next === undefined) return;
    sleepers = sleepers.filter((sleeper) => sleeper !== next);
    now = Math.max(now, next.until);
    next.wake();
    setImmediate(pump);
  };
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const wake = () => {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        };
        const sleeper = { until: now + Math.max(0, ms), wake };
        sleepers = [...sleepers, sleeper];
        const onAbort = () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          wake();
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        if (!pumping) {
          pumping = true;
          setImmediate(pump);
        }
      }),
  };
}
