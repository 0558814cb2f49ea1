// A run while it goes on: the world it acts in, and the one place where its events are kept.
import type { Catalog } from '../catalog/catalog.ts';
import type { CostAnswer, CostQuestion } from '../cost/types.ts';
import { clipped } from '../outlets/plain.ts';
import { FAMILIES } from './endpoints/index.ts';
import type { EndpointFamily } from './endpoints/types.ts';
import { FAILURES, type FailureId } from './failures.ts';
import type { Transport } from './http.ts';
import type { Journal } from './journal.ts';
import type { KeyRing } from './keys.ts';
import type { Limiter } from './limits.ts';
import { type Redact, redactValue } from './redact.ts';
import { type Outcome, type Plan, type Run, type RunEvent, type RunState, reduceRun } from './run.ts';
import { stoppedRun } from './runErrors.ts';
import type { VideoStore } from './store.ts';
import type { Clock, Random } from './types.ts';
import type { VideoVerifier } from './verify.ts';

/** What a confirmation shows: the route, the request and the most that it can cost. */
export interface ConfirmQuestion {
  readonly plan: Plan;
  readonly estimate: CostAnswer;
  /** US dollars, null where no price is known. */
  readonly mostUsd: number | null;
  readonly ceilingUsd: number | null;
  readonly warnings: readonly string[];
}

/** Money that all runs of a session share. US dollars. */
export interface Budget {
  readonly ceilingUsd: number | null;
  /** Sets the sum aside; false, and nothing set aside, when it would pass the ceiling. */
  reserve(usd: number): boolean;
}

/** All that a run needs of the world; everything of it can be replaced in a test. */
export interface SmokeWorld {
  readonly clock: Clock;
  readonly random: Random;
  readonly transport: Transport;
  readonly keys: KeyRing;
  readonly limiter: Limiter;
  readonly catalog: Catalog;
  readonly budget: Budget;
  readonly store: VideoStore;
  readonly verify: VideoVerifier;
  readonly redact: Redact;
  estimate(question: CostQuestion): CostAnswer;
  confirm(question: ConfirmQuestion): Promise<boolean>;
  /** The other runs that are on record here: their jobs are not ours. Without it there are none. */
  otherRuns?(): Promise<readonly Run[]>;
  /** Called with every event once it is on disk. */
  onEvent(run: Run, event: RunEvent): void;
}

/** A run event without its time. */
type Untimed<T> = T extends unknown ? Omit<T, 'at'> : never;

export interface Session {
  readonly world: SmokeWorld;
  readonly family: EndpointFamily;
  readonly signal: AbortSignal;
  run(): Run;
  cancelled(): boolean;
  /** Writes the event to the journal, then takes it into the run. */
  record(event: Untimed<RunEvent>): Promise<void>;
  end(state: RunState, outcome: Outcome): Promise<void>;
  /** Ends the run by a failure, in the state that the failure's class names. */
  fail(failure: FailureId, message: string): Promise<void>;
  /** Does a part of the run. What it throws says of a job that it leaves behind. */
  guard(part: () => Promise<void>): Promise<void>;
}

/** What is kept of the message that a run ends with. Characters. */
const LONGEST_MESSAGE = 4_096;

/** Messages of other sides end as they like and are as long as they like; ours go on after them. */
function sentence(text: string): string {
  const short = clipped(text, LONGEST_MESSAGE);
  return /[.!?…]$/.test(short) ? short : `${short}.`;
}

/** A budget with a ceiling, null for none. */
export function createBudget(ceilingUsd: number | null): Budget {
  let reserved = 0;
  return {
    ceilingUsd,
    reserve: (usd) => {
      // Half a hundredth of a cent absorbs what adding fractions loses.
      if (ceilingUsd !== null && reserved + usd > ceilingUsd + 0.00005) return false;
      reserved += usd;
      return true;
    },
  };
}

/** Opens the session of a planned run (`run` null) or of one that was read back from its journal. */
export async function openSession(
  start: Plan | Run,
  world: SmokeWorld,
  journal: Journal,
  signal: AbortSignal,
): Promise<Session> {
  let run: Run | null = 'plan' in start ? start : null;
  const plan = 'plan' in start ? start.plan : start;
  const current = () => {
    if (run === null) throw new Error('The run has not begun.');
    return run;
  };
  let onDisk = run;
  const record = async (untimed: Untimed<RunEvent>) => {
    // As it is: what is redacted is what leaves, in the journal, the evidence and all that is shown.
    const event = { at: world.clock.now(), ...untimed } as RunEvent;
    const before = run;
    const next = reduceRun(before, event);
    const problem = await journal.append(event).catch((error: unknown) => ({ error }));
    // A submit that has left may start a job: its answer is read first, whatever becomes of the journal.
    const goesOn = before?.submitInFlight === true && next.submitInFlight;
    if (problem === undefined) onDisk = next;
    else if (before?.submitInFlight !== true) throw problem.error;
    run = next;
    if (problem !== undefined && !goesOn) throw problem.error;
    world.onEvent(next, redactValue(event, world.redact));
  };
  const session: Session = {
    world,
    family: FAMILIES[plan.route.family],
    signal,
    run: current,
    cancelled: () => signal.aborted,
    record,
    end: (state, outcome) => record({ type: 'ended', state, outcome }),
    fail: (failure, message) =>
      record({
        type: 'ended',
        state: FAILURES[failure].ends,
        outcome: { failure, message: sentence(message) },
      }),
    guard: async (part) => {
      try {
        await part();
      } catch (error) {
        throw run === null ? error : stoppedRun(run, onDisk ?? run, error);
      }
    },
  };
  if (run === null) await session.guard(() => record({ type: 'planned', plan }));
  return session;
}
