// A smoke test on the screen: a notification with time, state and cost while it runs, and how it ended when it is over.

import * as vscode from 'vscode';
import { formatUsd } from '../../cost/format.ts';
import { notice, plainLine } from '../../outlets/plain.ts';
import { type Attempt, type Ending, endingOf, proofsOf, tallyOf } from '../../smoke/ending.ts';
import type { Run } from '../../smoke/run.ts';
import type { Confirmation } from '../../smoke/together.ts';
import { cancellable } from '../cancellable.ts';
import { cancelSentence, endInWords, progressOf } from './progressText.ts';
import type { OnLine } from './runs.ts';
import { smokeSettings } from './settings.ts';
import type { SmokeLog } from './smokeLog.ts';

const SECOND = 1000;

/** Does a piece of work behind a notification that can be cancelled; what was cancelled is said, with what it costs. */
export async function withSmokeProgress<T>(
  title: string,
  log: SmokeLog,
  work: (signal: AbortSignal, onLine: OnLine) => Promise<T>,
): Promise<T> {
  const runs = new Map<string, Run>();
  let isCancelled = false;
  if (smokeSettings().revealOutput) log.show();
  const result = await cancellable(title, async (signal, progress) => {
    const start = Date.now();
    const report = (): void =>
      progress.report({ message: progressOf([...runs.values()], Date.now() - start) });
    const timer = setInterval(report, SECOND);
    signal.addEventListener('abort', () => {
      isCancelled = true;
      log.note(cancelSentence([...runs.values()]), 'warn');
    });
    report();
    try {
      return await work(signal, (run) => {
        runs.set(run.plan.id, run);
        report();
      });
    } finally {
      clearInterval(timer);
    }
  });
  if (isCancelled) sayCancelled([...runs.values()]);
  return result;
}

function sayCancelled(runs: readonly Run[]): void {
  const kept = runs.filter(({ handle, outcome }) => handle !== null && outcome?.failure === 'cancelled');
  const text = cancelSentence(kept.map((run) => ({ ...run, outcome: null })));
  const resume = vscode.l10n.t('Resume');
  void vscode.window
    .showWarningMessage(notice(`Veo Audit: ${text}`), ...(kept.length === 0 ? [] : [resume]))
    .then((choice) => choice === resume && vscode.commands.executeCommand('veoAudit.smoke.resume'));
}

/** Names the route, the request and the most that it can cost, and waits for a yes. */
export async function confirmLive({ route, host, mostUsd, text, prompt }: Confirmation): Promise<boolean> {
  const cost =
    mostUsd === null
      ? vscode.l10n.t('what it costs is not known')
      : vscode.l10n.t('{0} at most', formatUsd(mostUsd));
  const send =
    mostUsd === null
      ? vscode.l10n.t('Send, Cost Unknown')
      : vscode.l10n.t('Send for {0} at Most', formatUsd(mostUsd));
  const choice = await vscode.window.showWarningMessage(
    plainLine(vscode.l10n.t('Send the live smoke test of "{0}" to {1}? ({2})', route, host, cost)),
    { modal: true, detail: `${plainLine(text)}\n\n${vscode.l10n.t('Prompt: {0}', plainLine(prompt))}` },
    send,
  );
  return choice === send;
}

/** Where a route stands, for the way back to it. */
export interface CodePlace {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
}

/** Says how smoke tests ended, in the log and in a message that leads to evidence and code. @throws what broke one off */
export function showEndings(
  attempts: readonly Attempt[],
  log: SmokeLog,
  places: readonly (CodePlace | undefined)[] = [],
): void {
  const endings = attempts.map((attempt) => endingOf(proofsOf(attempt))).filter((ending) => ending !== null);
  for (const ending of endings) log.conclude(ending);
  const [only] = endings;
  // Not awaited: a notification may stay for good.
  if (endings.length > 1) void sayTally(endings, log);
  else if (only !== undefined) void sayEnding(only, attempts.length === 1 ? places[0] : undefined);
  const broken = attempts.find(({ status }) => status === 'rejected');
  if (broken?.status === 'rejected') throw broken.reason;
}

async function sayEnding(ending: Ending, place: CodePlace | undefined): Promise<void> {
  const { end, simulated, route, text, failure, evidence } = ending;
  const actions = new Map<string, () => Thenable<unknown>>();
  if (keyAdvice(failure) !== '')
    actions.set(vscode.l10n.t('Set Key…'), () => vscode.commands.executeCommand('veoAudit.smoke.setKey'));
  actions.set(vscode.l10n.t('Open Evidence'), () =>
    vscode.commands.executeCommand('veoAudit.smoke.openEvidence', vscode.Uri.file(evidence)),
  );
  if (place !== undefined)
    actions.set(vscode.l10n.t('Go to Code'), () =>
      vscode.window.showTextDocument(place.uri, { selection: place.range }),
    );
  const line = notice(`Veo Audit: ${route}: ${endInWords(end, simulated)}. ${text}`);
  const show = end === 'passed' ? vscode.window.showInformationMessage : vscode.window.showWarningMessage;
  const choice = await show(line, ...actions.keys());
  await actions.get(choice ?? '')?.();
}

async function sayTally(endings: readonly Ending[], log: SmokeLog): Promise<void> {
  const { text, isWarning } = tallyOf(endings);
  const [evidence, output] = [vscode.l10n.t('Show Evidence'), vscode.l10n.t('Show Output')];
  const show = isWarning ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const choice = await show(notice(`Veo Audit: ${text}`), evidence, output);
  if (choice === evidence) await vscode.commands.executeCommand('veoAudit.routes.focus');
  if (choice === output) log.show();
}

/** How the editor takes a key, or a pasted access token, where a run had none; empty for every other end. */
export function keyAdvice(failure: string | null): string {
  return failure === 'no-key' || failure === 'no-token'
    ? ` ${vscode.l10n.t('"Veo Audit: Set Key for Host…" takes a key or an access token.')}`
    : '';
}
