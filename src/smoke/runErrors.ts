// Why a run cannot go on, in words for people. None of these is a fault of the program.
import { messageOf } from '../thrown.ts';
import { codeOf } from '../workspace/skipped.ts';
import type { Run } from './run.ts';

/** The run cannot go on here; its message is for people. */
export class RunError extends Error {}

/** Another process has the run, or nobody can tell that none has. */
export class RunBusyError extends RunError {}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EACCES: 'writing there is not permitted',
  EPERM: 'writing there is not permitted',
};

/** Why something could not be written, a clause; null where the error is none of the file system's. */
export function writeProblem(error: unknown): string | null {
  const code = codeOf(error);
  if (!/^E[A-Z0-9]+$/.test(code)) return null;
  return REASONS[code] ?? `the file system says ${code}`;
}

/**
 * What an error leaves behind. Where a job runs, or may run, its message says so whatever the error was; otherwise an
 * error that is not the file system's stays as it is.
 */
export function stoppedRun(run: Run, onDisk: Run, error: unknown): unknown {
  if (error instanceof RunError || run.outcome !== null) return error;
  const problem = writeProblem(error);
  const why = problem ?? messageOf(error);
  const { host } = new URL(run.plan.route.baseUrl);
  if (run.handle !== null) {
    const next =
      onDisk.handle === null ? 'keep this handle, which could not be recorded' : 'resume the run later';
    return new RunError(`Job ${run.handle} runs at ${host} and may be billed; ${next} (${why}).`, {
      cause: error,
    });
  }
  if (run.submitInFlight)
    return new RunError(
      `A job may run at ${host} and may be billed: look for it before you send another (${why}).`,
      { cause: error },
    );
  if (problem === null) return error;
  return new RunError(`The run ${run.plan.id} could not be recorded: ${problem}. No job was started.`);
}
