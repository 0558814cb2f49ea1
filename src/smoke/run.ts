// A run as plain data, and the reducer that makes it from the events of its journal. Nothing else changes a run.
import type { Day, Status } from '../catalog/types.ts';
import type { CostAnswer } from '../cost/types.ts';
import type { Step } from '../network/limits.ts';
import type { FailureId } from './failures.ts';
import type { RequestOrigin, SmokeRequest, SmokeRoute } from './types.ts';
import type { VideoReport } from './verify.ts';

export const RUN_STATES = [
  'planned',
  'confirmed',
  'submitted',
  'polling',
  'downloading',
  'verifying',
  'passed',
  'failed',
  'filtered',
  'timed-out',
  'abandoned',
] as const;
export type RunState = (typeof RUN_STATES)[number];

/** Where each state may go. The ends may be taken up again only to go on polling a job that exists. */
export const TRANSITIONS: Readonly<Record<RunState, readonly RunState[]>> = {
  planned: ['confirmed', 'failed', 'abandoned'],
  confirmed: ['submitted', 'passed', 'failed', 'filtered', 'timed-out', 'abandoned'],
  submitted: ['polling', 'failed', 'timed-out', 'abandoned'],
  polling: ['downloading', 'failed', 'filtered', 'timed-out', 'abandoned'],
  downloading: ['verifying', 'polling', 'failed', 'timed-out', 'abandoned'],
  verifying: ['passed', 'polling', 'failed', 'abandoned'],
  passed: [],
  filtered: [],
  failed: ['polling'],
  'timed-out': ['polling'],
  abandoned: ['polling'],
};

/** `smoke` proves that a route works, `controlled-failure` that it refuses what it must refuse. */
export type RunKind = 'smoke' | 'controlled-failure';

/** What is settled before anything happens. Milliseconds for times. */
export interface Plan {
  readonly id: string;
  readonly kind: RunKind;
  readonly simulated: boolean;
  readonly route: SmokeRoute;
  readonly request: SmokeRequest;
  /** Without it the test's own. */
  readonly requestFrom?: RequestOrigin;
  /** How long the submit may take, and again the job. */
  readonly deadlineMs: number;
  readonly maxPolls: number;
  readonly asOf: Day;
  readonly catalog: { readonly version: string; readonly checkedOn: Day };
  /** Status of the model on its surface on that day, as the catalog has it. */
  readonly modelStatus: Status;
  /** What a controlled failure does wrong, a clause for people. */
  readonly fault: string | null;
}

/** One question of the preflight. A warning lets the run go on. */
export interface PreflightCheck {
  readonly name: string;
  readonly verdict: 'ok' | 'warning' | 'refused';
  readonly message: string;
}

/** One HTTP exchange. `status` is null where no answer came. */
export interface Exchange {
  readonly at: number;
  readonly step: Step;
  readonly status: number | null;
  readonly requestId: string | null;
  readonly ms: number;
  readonly problem: string | null;
}

export interface StoredVideo {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Outcome {
  readonly failure: FailureId | null;
  readonly message: string;
}

interface At {
  readonly at: number;
}

/** What is written to the journal, in order. */
export type RunEvent = At &
  (
    | { readonly type: 'planned'; readonly plan: Plan }
    | {
        readonly type: 'preflight';
        readonly checks: readonly PreflightCheck[];
        readonly estimate: CostAnswer;
      }
    | {
        readonly type: 'confirmed';
        readonly mostUsd: number | null;
        readonly ceilingUsd: number | null;
        readonly deadlineAt: number;
      }
    /** Written before a submit leaves: without an answer after it, nobody knows whether a job runs. */
    | { readonly type: 'submitting' }
    | { readonly type: 'exchange'; readonly exchange: Exchange }
    /** An answer said that a simulator gave it. */
    | { readonly type: 'unmasked' }
    /** A submit's answer that surely started no job. */
    | { readonly type: 'refused' }
    | { readonly type: 'waiting'; readonly step: Step; readonly failure: FailureId; readonly ms: number }
    /** `found`: not by the answer, which was lost, but in the surface's own list. */
    | {
        readonly type: 'submitted';
        readonly handle: string;
        readonly deadlineAt: number;
        readonly found?: boolean;
      }
    | { readonly type: 'polling' }
    | { readonly type: 'progress'; readonly progress: number | null }
    | {
        readonly type: 'finished';
        readonly videos: number;
        readonly filtered: number;
        readonly reasons: readonly string[];
        readonly reportedUsd: number | null;
      }
    | { readonly type: 'reported'; readonly reportedUsd: number }
    | { readonly type: 'stored'; readonly video: StoredVideo }
    | { readonly type: 'verifying' }
    | { readonly type: 'verified'; readonly reports: readonly VideoReport[] }
    | { readonly type: 'ended'; readonly state: RunState; readonly outcome: Outcome }
    | { readonly type: 'resumed'; readonly deadlineAt: number }
  );

export interface Run {
  readonly plan: Plan;
  /** Planned as a simulation, or answered by a simulator whatever the plan said. */
  readonly simulated: boolean;
  readonly state: RunState;
  /** Every state with the time it was entered. */
  readonly history: readonly { readonly state: RunState; readonly at: number }[];
  readonly preflight: readonly PreflightCheck[];
  readonly estimate: CostAnswer | null;
  readonly confirmed: {
    readonly at: number;
    readonly mostUsd: number | null;
    readonly ceilingUsd: number | null;
  } | null;
  readonly deadlineAt: number;
  /** Submits that left, refused ones included. */
  readonly submitsSent: number;
  readonly submitInFlight: boolean;
  /** When the last submit left. */
  readonly submittedAt: number | null;
  readonly handle: string | null;
  /** The answer to the submit was lost; the handle is from the surface's list. */
  readonly handleFound: boolean;
  readonly exchanges: readonly Exchange[];
  readonly retries: readonly {
    readonly at: number;
    readonly step: Step;
    readonly failure: FailureId;
    readonly ms: number;
  }[];
  readonly progress: number | null;
  readonly finished: {
    readonly at: number;
    readonly videos: number;
    readonly filtered: number;
    readonly reasons: readonly string[];
  } | null;
  readonly reportedUsd: number | null;
  readonly videos: readonly StoredVideo[];
  readonly reports: readonly VideoReport[];
  readonly outcome: Outcome | null;
  readonly resumes: number;
}

/** Exchanges of a run that are kept, the newest: more than its polls and their retries can be. */
const MOST_EXCHANGES = 10_000;

/** A journal that cannot be read, or does not tell a possible story. The message is a clause. */
export class BrokenJournalError extends Error {}

/** The run after an event. The first event of a run is `planned`. Throws a BrokenJournalError for an impossible one. */
export function reduceRun(run: Run | null, event: RunEvent): Run {
  if (event.type === 'planned') {
    if (run !== null) throw new BrokenJournalError('it is planned twice');
    return plannedRun(event.plan, event.at);
  }
  if (run === null) throw new BrokenJournalError(`it begins with "${event.type}" instead of "planned"`);
  return reduceStarted(run, event);
}

/** The run that a journal tells of, null for an empty one. */
export function replay(events: Iterable<RunEvent>): Run | null {
  let run: Run | null = null;
  for (const event of events) run = reduceRun(run, event);
  return run;
}

/** Whether nothing more will happen by itself. */
export function isEnded(run: Run): boolean {
  return run.outcome !== null;
}

function plannedRun(plan: Plan, at: number): Run {
  return {
    plan,
    simulated: plan.simulated,
    state: 'planned',
    history: [{ state: 'planned', at }],
    preflight: [],
    estimate: null,
    confirmed: null,
    deadlineAt: at + plan.deadlineMs,
    submitsSent: 0,
    submitInFlight: false,
    submittedAt: null,
    handle: null,
    handleFound: false,
    exchanges: [],
    retries: [],
    progress: null,
    finished: null,
    reportedUsd: null,
    videos: [],
    reports: [],
    outcome: null,
    resumes: 0,
  };
}

function reduceStarted(run: Run, event: Exclude<RunEvent, { readonly type: 'planned' }>): Run {
  const { at } = event;
  switch (event.type) {
    case 'preflight':
      return { ...run, preflight: event.checks, estimate: event.estimate };
    case 'confirmed':
      return {
        ...(run.state === 'confirmed' ? run : enter(run, 'confirmed', at)),
        confirmed: { at, mostUsd: event.mostUsd, ceilingUsd: event.ceilingUsd },
        deadlineAt: event.deadlineAt,
      };
    case 'submitting':
      return sendSubmit(run, at);
    case 'exchange':
      return { ...run, exchanges: [...run.exchanges, event.exchange].slice(-MOST_EXCHANGES) };
    case 'unmasked':
      return { ...run, simulated: true };
    case 'refused':
      return { ...run, submitInFlight: false };
    case 'waiting':
      return {
        ...run,
        retries: [...run.retries, { at, step: event.step, failure: event.failure, ms: event.ms }],
      };
    case 'submitted':
      return {
        ...enter(run, 'submitted', at),
        submitInFlight: false,
        handle: event.handle,
        handleFound: event.found === true,
        deadlineAt: event.deadlineAt,
      };
    case 'polling':
      return enter(run, 'polling', at);
    case 'progress':
      return { ...run, progress: event.progress };
    case 'finished': {
      const { videos, filtered, reasons } = event;
      const finished = { at, videos, filtered, reasons };
      return {
        ...enter(run, 'downloading', at),
        finished,
        reportedUsd: event.reportedUsd ?? run.reportedUsd,
        videos: [],
      };
    }
    case 'reported':
      return { ...run, reportedUsd: event.reportedUsd };
    case 'stored':
      return { ...run, videos: [...run.videos, event.video] };
    case 'verifying':
      return enter(run, 'verifying', at);
    case 'verified':
      return { ...run, reports: event.reports };
    case 'ended':
      return { ...enter(run, event.state, at), outcome: event.outcome };
    case 'resumed':
      if (run.handle === null) return { ...run, deadlineAt: event.deadlineAt, resumes: run.resumes + 1 };
      return {
        ...(run.state === 'polling' ? run : enter(run, 'polling', at)),
        deadlineAt: event.deadlineAt,
        outcome: null,
        resumes: run.resumes + 1,
      };
  }
}

/** One job a run: no submit may leave while another is open or a job exists. */
function sendSubmit(run: Run, at: number): Run {
  if (run.handle !== null || run.submitInFlight) throw new BrokenJournalError('it submits a second time');
  return { ...run, submitsSent: run.submitsSent + 1, submitInFlight: true, submittedAt: at };
}

function enter(run: Run, state: RunState, at: number): Run {
  if (!TRANSITIONS[run.state].includes(state)) {
    throw new BrokenJournalError(`it goes from "${run.state}" to "${state}"`);
  }
  return { ...run, state, history: [...run.history, { state, at }] };
}
