// The state machine: takes a run from where it is to its end, one named state after the other.
import { confirmRun, preflight } from './confirm.ts';
import { download } from './download.ts';
import type { FailureId } from './failures.ts';
import type { Journal } from './journal.ts';
import { limitsOf } from './limits.ts';
import { findLostJob } from './lostJob.ts';
import { poll } from './poll.ts';
import { isEnded, type Plan, type Run } from './run.ts';
import { openSession, type Session, type SmokeWorld } from './session.ts';
import { submit } from './submit.ts';

/** Failures after which the same job can be asked again, without a new submit. */
const RESUMABLE: ReadonlySet<FailureId> = new Set([
  'stalled',
  'cancelled',
  'download-failed',
  'not-an-mp4',
  'rate-limited',
  'overloaded',
  'internal',
  'gateway-failure',
  'unreachable',
  'malformed-answer',
  'unauthenticated',
  'forbidden',
  'no-key',
  'no-token',
  'redirected',
]);

/**
 * Runs a planned smoke test to its end and returns it. Everything that happens is in the journal before the next
 * thing happens. Aborting the signal does not stop a bill: a job that exists is kept with its handle.
 */
export async function runSmoke(
  plan: Plan,
  world: SmokeWorld,
  journal: Journal,
  signal = new AbortController().signal,
): Promise<Run> {
  return drive(await openSession(plan, world, journal, signal));
}

/** Whether a run that was read back from its journal can go on. */
export function isResumable(run: Run): boolean {
  if (!isEnded(run)) return true;
  const failure = run.outcome?.failure ?? null;
  return run.plan.kind === 'smoke' && run.handle !== null && failure !== null && RESUMABLE.has(failure);
}

/**
 * Goes on with a run that was read back from its journal: polls a job that exists, asks again before a submit that
 * never left, and looks in the surface's list for the job of a submit whose answer was lost. It never submits a second
 * time.
 */
export async function resumeSmoke(
  run: Run,
  world: SmokeWorld,
  journal: Journal,
  signal = new AbortController().signal,
): Promise<Run> {
  if (!isResumable(run)) return run;
  const session = await openSession(run, world, journal, signal);
  await session.guard(async () => {
    const stored = run.state === 'verifying' && run.outcome === null;
    if (!stored)
      await session.record({ type: 'resumed', deadlineAt: world.clock.now() + run.plan.deadlineMs });
    // A yes that was never acted on is asked for again: the day, the key and the price may be others now.
    const unsent = run.state === 'confirmed' && !run.submitInFlight;
    if (unsent && (await preflight(session))) await confirmRun(session);
  });
  return drive(session);
}

async function drive(session: Session): Promise<Run> {
  const { world, signal } = session;
  const { route } = session.run().plan;
  const leave = await world.limiter.enter(
    route.surface,
    limitsOf(world.catalog, route.surface, route.model),
    signal,
  );
  try {
    await session.guard(() => driveToEnd(session));
  } finally {
    leave();
  }
  return session.run();
}

async function driveToEnd(session: Session): Promise<void> {
  while (!isEnded(session.run())) {
    if (session.run().submitInFlight) {
      await findLostJob(session, 'The program ended while a submit was on its way');
    } else if (session.cancelled() && session.run().state !== 'verifying') {
      await session.fail(
        session.run().handle === null ? 'cancelled-early' : 'cancelled',
        `Cancelled while ${session.run().state}.`,
      );
    } else {
      await step(session);
    }
  }
}

/** Does what the run's state asks for. Each of these either enters another state or ends the run. */
async function step(session: Session): Promise<void> {
  const run = session.run();
  switch (run.state) {
    case 'planned':
      return (await preflight(session)) ? confirmRun(session) : undefined;
    case 'confirmed':
      return submit(session);
    case 'submitted':
      if (run.plan.kind === 'controlled-failure') {
        return session.fail(
          'accepted-bad-request',
          `The surface accepted ${run.plan.fault ?? 'a bad request'} as job ${run.handle}.`,
        );
      }
      return session.record({ type: 'polling' });
    case 'polling':
    case 'downloading':
      return collect(session);
    case 'verifying':
      return verify(session);
    default:
      throw new Error(`A run that ended as ${run.state} cannot go on.`);
  }
}

/** Polls until the job is over, then fetches what it made. After a crash the addresses are asked for again. */
async function collect(session: Session): Promise<void> {
  const sources = await poll(session);
  if (sources !== null) await download(session, sources);
}

async function verify(session: Session): Promise<void> {
  const { plan, videos, finished } = session.run();
  const reports = [];
  for (const video of videos) {
    const bytes = await session.world.store.load(video);
    if (bytes === null)
      return session.fail('not-an-mp4', `The stored file ${video.file} is gone or was changed.`);
    reports.push(await session.world.verify(bytes, plan.route, plan.request));
  }
  await session.record({ type: 'verified', reports });
  if (reports.some(({ facts }) => facts === null)) {
    return session.fail(
      'not-an-mp4',
      reports
        .flatMap(({ facts, checks }) => (facts === null ? checks : []))
        .map(({ found }) => found)
        .join('; '),
    );
  }
  const wrong = reports.flatMap(({ checks }) => checks.filter(({ ok }) => !ok));
  const wanted = plan.request.sampleCount ?? 1;
  if (videos.length !== wanted) {
    const filtered = (finished?.filtered ?? 0) > 0 ? `, the safety filter took ${finished?.filtered}` : '';
    return session.fail('not-as-requested', `${videos.length} of ${wanted} videos came${filtered}.`);
  }
  if (wrong.length > 0) {
    const list = wrong
      .map(({ name, expected, found }) => `${name}: ${found} instead of ${expected}`)
      .join('; ');
    return session.fail('not-as-requested', list);
  }
  await session.end('passed', { failure: null, message: 'The route made the video that was asked for.' });
}
