// Asks for the job until it is over, until the deadline, or until the cap of polls.
import { clipped } from '../outlets/plain.ts';
import { classifyJobError } from './classify.ts';
import type { PollAnswer, VideoSource } from './endpoints/types.ts';
import { type ExchangeResult, exchange, persist } from './exchange.ts';
import type { Session } from './session.ts';

/** What is kept of a job's message, of each reason, and how many reasons. Characters. */
const MOST_MESSAGE = 2_048;
const MOST_REASON = 300;
const MOST_REASONS = 10;
/** Videos beyond those asked for that are fetched, to show that there are too many. */
const MOST_EXTRA_VIDEOS = 1;

/** The addresses of the videos; null when the run ended or was cancelled. */
export async function poll(session: Session): Promise<readonly VideoSource[] | null> {
  const { world, family } = session;
  const { maxPolls } = session.run().plan;
  for (let polls = 1; polls <= maxPolls; polls += 1) {
    // A job just submitted is never done at once; one that is taken up again may be.
    if (polls > 1 || session.run().resumes === 0) await rest(session);
    if (session.cancelled()) return null;
    const result = await persist(session, 'poll', () => pollOnce(session));
    if (session.cancelled()) return null;
    if (!result.ok) {
      await session.fail(
        result.failure,
        `${result.message}. The job goes on without us; its handle is kept.`,
      );
      return null;
    }
    const answer = family.readPoll(result.json, session.run().plan.route, handleOf(session));
    if (answer.kind !== 'running') return conclude(session, answer);
    if (answer.progress !== session.run().progress)
      await session.record({ type: 'progress', progress: answer.progress });
    if (world.clock.now() >= session.run().deadlineAt) break;
  }
  await session.fail('stalled', `The job was still running after ${minutes(session)} minutes.`);
  return null;
}

async function pollOnce(session: Session): Promise<ExchangeResult> {
  const { route } = session.run().plan;
  const handle = handleOf(session);
  const result = await exchange(session, 'poll', session.family.poll(route, handle), session.signal);
  if (!result.ok || session.family.readPoll(result.json, route, handle).kind !== 'unreadable') return result;
  const message = 'the answer is no operation of this endpoint family';
  return {
    ok: false,
    failure: 'malformed-answer',
    message,
    hintMs: null,
    status: result.answer.status,
    location: null,
  };
}

async function conclude(
  session: Session,
  answer: Exclude<PollAnswer, { readonly kind: 'running' }>,
): Promise<readonly VideoSource[] | null> {
  if (answer.kind === 'unreadable') return null;
  if (session.run().state === 'downloading') await session.record({ type: 'polling' });
  if (answer.kind === 'failed') {
    const message = clipped(answer.message, MOST_MESSAGE);
    if (answer.reportedUsd !== null)
      await session.record({ type: 'reported', reportedUsd: answer.reportedUsd });
    const code = answer.code === null ? '' : `${clipped(answer.code, MOST_REASON)}: `;
    await session.fail(classifyJobError(answer.code, message), `The job failed. ${code}${message}`);
    return null;
  }
  if (answer.videos.length === 0) {
    if (answer.reportedUsd !== null)
      await session.record({ type: 'reported', reportedUsd: answer.reportedUsd });
    const filtered = answer.filtered > 0 || answer.reasons.length > 0;
    const reasons = answer.reasons.length === 0 ? 'no reason given' : shortReasons(answer.reasons).join('; ');
    await (filtered
      ? session.fail(
          'filtered',
          `The safety filter removed ${answer.filtered || 'every'} video (${reasons}).`,
        )
      : session.fail('no-video', 'The job says that it is done, but there is no video.'));
    return null;
  }
  const { filtered, reportedUsd } = answer;
  const reasons = shortReasons(answer.reasons);
  const most = session.run().plan.request.sampleCount ?? 1;
  const videos = answer.videos.slice(0, most + MOST_EXTRA_VIDEOS);
  await session.record({ type: 'finished', videos: videos.length, filtered, reasons, reportedUsd });
  return videos;
}

/** Waits for the next poll; the last wait ends at the deadline. */
async function rest(session: Session): Promise<void> {
  const { clock } = session.world;
  const left = session.run().deadlineAt - clock.now();
  await clock.sleep(Math.max(0, Math.min(session.family.pollIntervalMs, left)), session.signal);
}

function handleOf(session: Session): string {
  return session.run().handle ?? '';
}

function minutes(session: Session): string {
  const { plan, deadlineAt } = session.run();
  return String(Math.round(((session.world.clock.now() - deadlineAt + plan.deadlineMs) / 60_000) * 10) / 10);
}

function shortReasons(reasons: readonly string[]): readonly string[] {
  return reasons.slice(0, MOST_REASONS).map((reason) => clipped(reason, MOST_REASON));
}
