// Looks for the job of a submit whose answer was lost, in the surface's own list where it has one. Nothing is sent anew.
import { clipped } from '../outlets/plain.ts';
import type { JobList, ListedJob } from './endpoints/types.ts';
import { exchange } from './exchange.ts';
import type { FailureId } from './failures.ts';
import type { HttpAnswer } from './http.ts';
import { isOwnPrompt } from './prompt.ts';
import type { Run } from './run.ts';
import type { Session } from './session.ts';

/** How long is waited before each look, milliseconds: a gateway may take its time to write a job down. */
const WAITS_MS = [5_000, 10_000, 15_000, 30_000, 60_000] as const;
/** How far a job's time may lie from the submit's: clocks differ before, slow gateways come after. */
const EARLIER_MS = 30_000;
const LATER_MS = 120_000;

/** Jobs of a list that are looked at, and those that a message names. No surface's page has more. */
const MOST_JOBS = 1_000;
const MOST_NAMED = 5;
/** What is shown of a handle. Characters. */
const LONGEST_NAME = 200;

/** Failures of the list that another look may not meet. */
const PASSING: ReadonlySet<FailureId> = new Set([
  'rate-limited',
  'overloaded',
  'unreachable',
  'gateway-failure',
]);

/**
 * Goes on with the job if the surface lists exactly one that can only be ours; otherwise ends the run and says what was
 * found and what to do. `why` is what happened to the answer, without a full stop.
 */
export async function findLostJob(session: Session, why: string): Promise<void> {
  const { jobs, lostJobAdvice } = session.family;
  const found = jobs === null ? null : await search(session, jobs);
  if (found?.kind === 'ours') {
    const deadlineAt = session.world.clock.now() + session.run().plan.deadlineMs;
    return session.record({ type: 'submitted', handle: found.handle, deadlineAt, found: true });
  }
  const seen = found === null ? '' : ` ${found.message}`;
  const failure = found?.kind === 'none' ? 'not-listed' : 'lost-answer';
  return session.fail(failure, `${why}.${seen} ${lostJobAdvice}`);
}

type Found =
  | { readonly kind: 'ours'; readonly handle: string }
  | { readonly kind: 'none' | 'unclear'; readonly message: string };

async function search(session: Session, jobs: JobList): Promise<Found> {
  const { clock } = session.world;
  let last: Found = { kind: 'unclear', message: `${jobs.name} was not asked.` };
  for (const wait of WAITS_MS) {
    await clock.sleep(wait, session.signal);
    if (session.cancelled()) return last;
    const result = await exchange(session, 'list', jobs.request(session.run().plan.route), session.signal);
    if (!result.ok) {
      last = { kind: 'unclear', message: `${jobs.name} did not answer with a list (${result.message}).` };
      if (PASSING.has(result.failure)) continue;
      return last;
    }
    const listed = jobs.read(result.json);
    if (listed === null) return { kind: 'unclear', message: `${jobs.name} did not answer with a list.` };
    if (listed.length > MOST_JOBS)
      return { kind: 'unclear', message: `${jobs.name} answered with more than ${MOST_JOBS} jobs.` };
    last = await pickOurs(session, jobs.name, listed, serverAhead(result.answer, clock.now()));
    if (last.kind !== 'none') return last;
  }
  return last;
}

/** Which of the listed jobs is ours: of our model, of that time, with the prompt of this run alone. */
async function pickOurs(
  session: Session,
  name: string,
  listed: readonly ListedJob[],
  aheadMs: number,
): Promise<Found> {
  const run = session.run();
  const others = (await session.world.otherRuns?.()) ?? [];
  const taken = new Set(others.map(({ handle }) => handle));
  const near = listed.filter((job) => !taken.has(job.handle) && mayBe(job, run, aheadMs));
  const [first] = near;
  if (first === undefined) return { kind: 'none', message: `${name} has no job of that time and model.` };
  // A colleague may send the same model the same words at the same time; only a prompt of our own is nobody else's.
  const { prompt } = run.plan.request;
  const own = first.prompt === prompt && isOwnPrompt(prompt, run.plan.id);
  if (own && near.length === 1 && !others.some(isRival(run))) return { kind: 'ours', handle: first.handle };
  const named = near.slice(0, MOST_NAMED).map(({ handle }) => clipped(handle, LONGEST_NAME));
  const handles = [...named, ...(near.length > MOST_NAMED ? [`${near.length - MOST_NAMED} more`] : [])].join(
    ', ',
  );
  return { kind: 'unclear', message: `${name} has jobs that may be it, but none for sure: ${handles}.` };
}

/**
 * What is not told speaks neither for a job nor against it. Nor does the time in a simulation, whose clock begins anew
 * with each process.
 */
function mayBe(job: ListedJob, { plan, submittedAt }: Run, aheadMs: number): boolean {
  const timed = job.createdAt !== null && submittedAt !== null && !plan.simulated;
  const late = timed ? job.createdAt - aheadMs - submittedAt : 0;
  return (
    (job.model === null || job.model === plan.route.model) &&
    (job.prompt === null || job.prompt === plan.request.prompt) &&
    late >= -EARLIER_MS &&
    late <= LATER_MS
  );
}

/** Another run of the same request whose answer was lost as well: the one job may be its. */
function isRival({ plan }: Run): (other: Run) => boolean {
  return (other) =>
    other.submitInFlight &&
    other.plan.route.model === plan.route.model &&
    other.plan.route.baseUrl === plan.route.baseUrl &&
    other.plan.request.prompt === plan.request.prompt;
}

/** How far the surface's clock is ahead of ours, by the date of its answer. */
function serverAhead({ headers }: HttpAnswer, now: number): number {
  const date = Date.parse(headers.date ?? '');
  return Number.isNaN(date) ? 0 : date - now;
}
