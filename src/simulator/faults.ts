// The fault script: what goes wrong in a simulation, and when.
import * as z from 'zod';

/** What can go wrong with one answer. */
export const ANSWER_FAULTS = [
  'rate-limited',
  'overloaded',
  'internal',
  'bad-request',
  'forbidden',
  'bad-gateway',
  'lost-answer',
  'malformed-json',
  'slow-bytes',
  'cut-off',
  'redirect-away',
] as const;

/** What can go wrong with a job. */
export const JOB_FAULTS = [
  'stall',
  'rai-filter',
  'operation-error',
  'no-video',
  'truncated-mp4',
  'expired',
  'wrong-video',
] as const;

export const STEPS = ['look', 'submit', 'list', 'poll', 'download'] as const;
export type SimulatedStep = (typeof STEPS)[number];
export type AnswerFault = (typeof ANSWER_FAULTS)[number];
export type JobFault = (typeof JOB_FAULTS)[number];

/** One fault. Job faults strike the jobs that are accepted; the others strike answers of a step. */
const FaultSchema = z.strictObject({
  fault: z.enum([...ANSWER_FAULTS, ...JOB_FAULTS]),
  /** Which answers; a job fault needs none. Default: `submit`, for what can only strike a body `download`. */
  at: z.enum(STEPS).optional(),
  /** The first answer (or job) that is struck, counted from 1. Default: the next one. */
  nth: z.int().min(1).optional(),
  /** How many in a row. Default 1. */
  times: z.int().min(1).optional(),
  /** Seconds that `rate-limited` asks to wait, or that `slow-bytes` takes. */
  seconds: z.number().min(0).max(3600).optional(),
});
export type Fault = z.infer<typeof FaultSchema>;

export const FaultScriptSchema = z.array(FaultSchema);

/** Deals faults out as answers and jobs come. */
export interface FaultDealer {
  /** The fault that strikes this answer, if any. Call it once for each answer. */
  answer(step: SimulatedStep): (Fault & { readonly fault: AnswerFault }) | undefined;
  /** The fault that strikes this job, if any. Call it once for each job. */
  job(): JobFault | undefined;
  add(faults: readonly Fault[]): void;
}

interface Pending {
  readonly fault: Fault;
  readonly from: number;
  left: number;
}

/** A dealer of a script. Counting starts when a fault is added. */
export function faultDealer(script: readonly Fault[]): FaultDealer {
  const counts = new Map<SimulatedStep | 'job', number>();
  const pending: Pending[] = [];
  const countOf = (what: SimulatedStep | 'job') => counts.get(what) ?? 0;
  const deal = (what: SimulatedStep | 'job'): Fault | undefined => {
    const count = countOf(what) + 1;
    counts.set(what, count);
    const hit = pending.find(
      ({ fault, from, left }) => targetOf(fault) === what && left > 0 && count >= from,
    );
    if (hit === undefined) return undefined;
    hit.left -= 1;
    return hit.fault;
  };
  const add = (faults: readonly Fault[]) => {
    for (const fault of faults)
      pending.push({ fault, from: countOf(targetOf(fault)) + (fault.nth ?? 1), left: fault.times ?? 1 });
  };
  add(script);
  return {
    add,
    answer: (step) => {
      const fault = deal(step);
      return fault !== undefined && isAnswerFault(fault) ? fault : undefined;
    },
    job: () => {
      const fault = deal('job');
      return fault !== undefined && !isAnswerFault(fault)
        ? JOB_FAULTS.find((name) => name === fault.fault)
        : undefined;
    },
  };
}

/** Reads `rate-limited@poll`, `rai-filter`, `rate-limited@submit*3`; null when it is no fault. */
export function parseFault(text: string): Fault | null {
  const match = /^([a-z-]+)(?:@([a-z]+))?(?:#(\d+))?(?:\*(\d+))?$/.exec(text);
  if (match === null) return null;
  const [, fault, at, nth, times] = match;
  const parsed = FaultSchema.safeParse({
    fault,
    ...(at === undefined ? {} : { at }),
    ...(nth === undefined ? {} : { nth: Number(nth) }),
    ...(times === undefined ? {} : { times: Number(times) }),
  });
  return parsed.success ? parsed.data : null;
}

function isAnswerFault(fault: Fault): fault is Fault & { readonly fault: AnswerFault } {
  return ANSWER_FAULTS.some((name) => name === fault.fault);
}

function targetOf(fault: Fault): SimulatedStep | 'job' {
  if (!isAnswerFault(fault)) return 'job';
  const bodyFault =
    fault.fault === 'slow-bytes' || fault.fault === 'cut-off' || fault.fault === 'redirect-away';
  return fault.at ?? (bodyFault ? 'download' : 'submit');
}
