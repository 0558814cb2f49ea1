// A clock for tests: waits take no time, they end in the order of their ends.
import type { Clock } from '../../src/smoke/types.ts';

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

const NOON = Date.UTC(2026, 10, 21, 12);

/** Moves on only when everything that runs has come to wait. */
export function virtualClock(start = NOON): Clock {
  return pumpedClock(start, setImmediate);
}

/** The same where answers come over connections of this process: bytes on their way need a few turns of its event loop. */
export function connectedClock(start = NOON): Clock {
  return pumpedClock(start, (pump) => afterTurns(TURNS, pump));
}

/** Turns without a wait's end between them: far more than a request on loopback needs, and a busy machine makes none. */
const TURNS = 15;

function afterTurns(turns: number, then: () => void): void {
  if (turns === 0) then();
  else setTimeout(() => afterTurns(turns - 1, then), 1);
}

/** `rest` calls back when what runs has had time to come to its next wait. */
function pumpedClock(start: number, rest: (then: () => void) => void): Clock {
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
    rest(pump);
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
          rest(pump);
        }
      }),
  };
}
