// After a reload or a crash: says that jobs may still be open, and offers to ask for them.
import * as vscode from 'vscode';
import { notice } from '../../outlets/plain.ts';
import type { OpenRun } from '../../smoke/together.ts';
import { messageOf } from '../../thrown.ts';
import type { Log } from '../log.ts';
import type { SmokeRuns } from './runs.ts';

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
      log.error(vscode.l10n.t('Interrupted smoke tests could not be resumed: {0}', messageOf(error)));
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

function interruptedWords(open: readonly OpenRun[]): string {
  const simulated = open.every(({ run }) => run.plan.simulated);
  const [first] = open;
  if (open.length === 1 && first !== undefined) {
    const { name } = first.run.plan.route;
    return simulated
      ? vscode.l10n.t('Veo Audit: The simulated smoke test of "{0}" was interrupted.', name)
      : vscode.l10n.t('Veo Audit: The smoke test of "{0}" was interrupted.', name);
  }
  return simulated
    ? vscode.l10n.t('Veo Audit: {0} simulated smoke tests were interrupted.', open.length)
    : vscode.l10n.t('Veo Audit: {0} smoke tests were interrupted.', open.length);
}

async function offer(open: readonly OpenRun[]): Promise<boolean> {
  const resume = vscode.l10n.t('Resume');
  const text = `${interruptedWords(open)} ${vscode.l10n.t('Resuming asks for the jobs that were started; none is submitted twice.')}`;
  const notNow = vscode.l10n.t('Not Now');
  return (await vscode.window.showInformationMessage(notice(text), resume, notNow)) === resume;
}
