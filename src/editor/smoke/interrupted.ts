// After a reload or a crash: says that jobs may still be open, and offers to ask for them.
import * as vscode from 'vscode';
import { notice } from '../../outlets/plain.ts';
import { type Log, messageOf } from '../log.ts';
import type { SmokeRuns } from './runs.ts';
import type { OpenRun } from './types.ts';

/** Milliseconds after activation: the editor comes first. */
const REST = 2000;
/** A window that reloads may leave its old process, which has the runs, for a moment. */
const LOOKS = 8;

/** Looks for interrupted runs and offers to resume them, in a trusted workspace. Loads nothing where there is no journal. */
export function noticeInterrupted(
  runs: SmokeRuns,
  resume: (open: readonly OpenRun[]) => Promise<void>,
  log: Log,
): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lookSoon = (left: number): void => {
    timer = setTimeout(() => void look(left), REST);
  };
  const look = async (left: number): Promise<void> => {
    try {
      const { open: all, elsewhere } = await runs.open();
      const open = all.filter(isWorthAsking);
      if (open.length === 0 && elsewhere.length > 0 && left > 1) lookSoon(left - 1);
      if (open.length > 0 && (await offer(open))) await resume(open);
    } catch (error) {
      log.error(`Interrupted smoke tests could not be resumed: ${messageOf(error)}`);
    }
  };
  lookSoon(LOOKS);
  const trusted = vscode.workspace.onDidGrantWorkspaceTrust(() => {
    clearTimeout(timer);
    lookSoon(LOOKS);
  });
  return vscode.Disposable.from(trusted, { dispose: () => clearTimeout(timer) });
}

/** A simulation that came to its end, if a bad one, is no job that somebody pays for. */
function isWorthAsking({ run }: OpenRun): boolean {
  return run.outcome === null || !run.plan.simulated;
}

async function offer(open: readonly OpenRun[]): Promise<boolean> {
  const simulated = open.every(({ run }) => run.plan.simulated) ? 'simulated ' : '';
  const [first] = open;
  const what =
    open.length === 1 && first !== undefined
      ? `The ${simulated}smoke test of "${first.run.plan.route.name}" was interrupted`
      : `${open.length} ${simulated}smoke tests were interrupted`;
  const resume = 'Resume';
  const text = `Veo Audit: ${what}. Resuming asks for the jobs that were started; none is submitted twice.`;
  return (await vscode.window.showInformationMessage(notice(text), resume, 'Not Now')) === resume;
}
