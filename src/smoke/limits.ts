// Keeps all routes of one session under each surface's limits, and stops knocking when it says no too often.
import type { Catalog } from '../catalog/catalog.ts';
import type { SurfaceId } from '../catalog/types.ts';
import { targetOf } from './target.ts';
import type { Clock } from './types.ts';

/** What is assumed where no source names a limit: the strictest published figures of any surface. */
export const ASSUMED_LIMITS: SurfaceLimits = { requestsPerMinute: 10, concurrentJobs: 10 };

const MINUTE = 60_000;
/** Three refusals in 30 s open the breaker for a minute; then one request tries whether the surface is well again. */
const BREAKER = { refusals: 3, withinMs: 30_000, coolDownMs: 60_000 };

export interface SurfaceLimits {
  readonly requestsPerMinute: number;
  readonly concurrentJobs: number;
}

/** The limits of a model on a surface as the catalog has them. */
export function limitsOf(catalog: Catalog, surface: SurfaceId, model: string): SurfaceLimits {
  const target = targetOf(catalog, surface, model);
  const numberOf = (key: string, assumed: number) => {
    const value = catalog.constraint(target.surface, target.model, key)?.value;
    return typeof value === 'number' && value > 0 ? value : assumed;
  };
  return {
    requestsPerMinute: numberOf('requestsPerMinute', ASSUMED_LIMITS.requestsPerMinute),
    concurrentJobs: numberOf('concurrentRequests', ASSUMED_LIMITS.concurrentJobs),
  };
}

/** Shared by all runs of a session. Surfaces do not disturb each other. */
export interface Limiter {
  /** Waits for a place among the running jobs; call the result when the job is over. */
  enter(surface: SurfaceId, limits: SurfaceLimits, signal?: AbortSignal): Promise<() => void>;
  /** Waits for the turn of a submit: rate and breaker. Ends early when the signal aborts. */
  turn(surface: SurfaceId, limits: SurfaceLimits, signal?: AbortSignal): Promise<void>;
  /** How long until the next turn, milliseconds; 0 for now. Counts no turn. */
  waitMs(surface: SurfaceId, limits: SurfaceLimits): number;
  /** Tells what a surface answered to a submit. */
  saw(surface: SurfaceId, status: number): void;
}

/** When others have sent submits to a surface within the last minute or before, milliseconds since 1970. */
export type SentElsewhere = (surface: SurfaceId) => Promise<readonly number[]>;

interface SurfaceState {
  sent: readonly number[];
  /** As of the last look. */
  elsewhere: readonly number[];
  refused: readonly number[];
  openUntil: number;
  /** The breaker was open and the one trial request has not been answered. */
  trial: 'none' | 'due' | 'out';
  jobs: number;
  readonly queue: (() => void)[];
}

/** A limiter over a clock. Its counts live as long as itself; what others have sent counts for each turn. */
export function createLimiter(clock: Clock, elsewhere: SentElsewhere = async () => []): Limiter {
  const surfaces = new Map<SurfaceId, SurfaceState>();
  const stateOf = (surface: SurfaceId): SurfaceState => {
    const known = surfaces.get(surface);
    if (known) return known;
    const fresh: SurfaceState = {
      sent: [],
      elsewhere: [],
      refused: [],
      openUntil: 0,
      trial: 'none',
      jobs: 0,
      queue: [],
    };
    surfaces.set(surface, fresh);
    return fresh;
  };
  return {
    enter: async (surface, limits, signal) => {
      const state = stateOf(surface);
      while (state.jobs >= limits.concurrentJobs && !signal?.aborted) await nextLeaver(state, signal);
      state.jobs += 1;
      return leaveOnce(state);
    },
    turn: async (surface, limits, signal) => {
      const state = stateOf(surface);
      for (;;) {
        state.elsewhere = await elsewhere(surface);
        // From here to the end nothing else of this process runs, so that no two take the same turn.
        const wait = waitFor(state, limits, clock.now());
        if (wait <= 0 || signal?.aborted) break;
        await clock.sleep(wait, signal);
      }
      if (signal?.aborted) return;
      state.sent = [...state.sent.filter((at) => at > clock.now() - MINUTE), clock.now()];
      if (state.trial === 'due') state.trial = 'out';
    },
    waitMs: (surface, limits) => waitFor(stateOf(surface), limits, clock.now()),
    saw: (surface, status) => noteAnswer(stateOf(surface), status, clock.now()),
  };
}

function waitFor(state: SurfaceState, limits: SurfaceLimits, now: number): number {
  const sent = [...state.sent, ...state.elsewhere].sort((a, b) => a - b);
  const oldest = sent[sent.length - limits.requestsPerMinute];
  const rate = oldest === undefined ? 0 : oldest + MINUTE - now;
  // While the trial request is out everyone else waits for its answer.
  const breaker = state.trial === 'out' ? 1_000 : state.openUntil - now;
  return Math.max(0, rate, breaker);
}

function noteAnswer(state: SurfaceState, status: number, now: number): void {
  if (status !== 429) {
    state.refused = [];
    state.trial = 'none';
    return;
  }
  state.refused = [...state.refused.filter((at) => at > now - BREAKER.withinMs), now];
  if (state.refused.length >= BREAKER.refusals || state.trial === 'out') {
    state.openUntil = now + BREAKER.coolDownMs;
    state.trial = 'due';
    state.refused = [];
  }
}

function nextLeaver(state: SurfaceState, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    state.queue.push(resolve);
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}

function leaveOnce(state: SurfaceState): () => void {
  let left = false;
  return () => {
    if (left) return;
    left = true;
    state.jobs -= 1;
    state.queue.shift()?.();
  };
}
