// A smoke test on the screen: a notification with time, state and cost while it runs, the evidence when it is over.
import * as vscode from 'vscode';
import { notice, plainLine } from '../../outlets/plain.ts';
import { usd } from '../../smoke/describe.ts';
import type { Proof } from '../../smoke/prove.ts';
import type { Run } from '../../smoke/run.ts';
import type { Heard } from './runs.ts';
import type { SmokeLog } from './smokeLog.ts';
import type { Confirmation } from './types.ts';

const SECOND = 1000;

/** Does a piece of work behind a notification that can be cancelled; what was cancelled is said, with what it costs. */
export async function withSmokeProgress<T>(
  title: string,
  log: SmokeLog,
  work: (signal: AbortSignal, heard: Heard) => Promise<T>,
): Promise<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const runs = new Map<string, Run>();
  const controller = new AbortController();
  const result = await vscode.window.withProgress(options, async (progress, token) => {
    const start = Date.now();
    const report = (): void =>
      progress.report({ message: progressOf([...runs.values()], Date.now() - start) });
    const timer = setInterval(report, SECOND);
    const stop = token.onCancellationRequested(() => {
      log.note(cancelSentence([...runs.values()]), 'warn');
      controller.abort();
    });
    report();
    try {
      return await work(controller.signal, (run) => {
        runs.set(run.plan.id, run);
        report();
      });
    } finally {
      clearInterval(timer);
      stop.dispose();
    }
  });
  if (controller.signal.aborted) sayCancelled([...runs.values()]);
  return result;
}

/** `12 s · polling 40 % · at most $0.60`: time as it passes here, and the worst that it can cost. */
export function progressOf(runs: readonly Run[], ms: number): string {
  const seconds = `${Math.floor(ms / SECOND)} s`;
  const states = new Map<string, number>();
  for (const { state } of runs) states.set(state, (states.get(state) ?? 0) + 1);
  const shown = [...states].map(([state, count]) => (count === 1 ? state : `${count} ${state}`)).join(', ');
  const percent = runs.length === 1 ? (runs[0]?.progress ?? null) : null;
  const state = percent === null ? shown : `${shown} ${percent} %`;
  return [seconds, state, costOf(runs)].filter((part) => part !== '').join(' · ');
}

function costOf(runs: readonly Run[]): string {
  // By the plan: that a surface calls itself a simulator is its word alone.
  const live = runs.filter(({ plan, confirmed }) => !plan.simulated && confirmed !== null);
  if (runs.length > 0 && runs.every(({ plan }) => plan.simulated)) return 'simulated, nothing is billed';
  const most = live.map(({ confirmed }) => confirmed?.mostUsd ?? null);
  if (live.length === 0) return runs.length === 0 ? '' : 'nothing sent yet';
  const known = most.filter((amount) => amount !== null);
  if (known.length < most.length) return 'cost not known';
  return `at most ${usd(known.reduce((sum, amount) => sum + amount, 0))}`;
}

/** What cancelling means for jobs that exist: they go on and are paid for, and can be asked for again. */
export function cancelSentence(runs: readonly Run[]): string {
  const jobs = runs.filter(({ handle, outcome }) => handle !== null && outcome === null);
  if (jobs.length === 0) return 'Cancelled before a job was started.';
  const handles = jobs
    .map(({ handle, simulated }) => `${handle}${simulated ? ' (simulated)' : ''}`)
    .join(', ');
  return `Cancelled here only: that does not stop the bill. The handle is kept (${handles}); Resume Smoke Tests asks for it again.`;
}

function sayCancelled(runs: readonly Run[]): void {
  const kept = runs.filter(({ handle, outcome }) => handle !== null && outcome?.failure === 'cancelled');
  const text = cancelSentence(kept.map((run) => ({ ...run, outcome: null })));
  const resume = 'Resume';
  void vscode.window
    .showWarningMessage(notice(`Veo Audit: ${text}`), ...(kept.length === 0 ? [] : [resume]))
    .then((choice) => choice === resume && vscode.commands.executeCommand('veoAudit.smoke.resume'));
}

/** Names the route, the request and the most that it can cost, and waits for a yes. */
export async function confirmLive({ route, host, mostUsd, text, prompt }: Confirmation): Promise<boolean> {
  const cost = mostUsd === null ? 'what it costs is not known' : `${usd(mostUsd)} at most`;
  const send = mostUsd === null ? 'Send, Cost Unknown' : `Send for ${usd(mostUsd)} at Most`;
  const choice = await vscode.window.showWarningMessage(
    plainLine(`Send the live smoke test of "${route}" to ${host}? (${cost})`),
    { modal: true, detail: `${plainLine(text)}\n\nPrompt: ${plainLine(prompt)}` },
    send,
  );
  return choice === send;
}

/** Opens the evidence of one route; of several it says how they ended. */
export async function showProofs(proofs: readonly Proof[]): Promise<void> {
  const own = proofs.filter(({ evidence }) => evidence.kind === 'smoke');
  const [first] = own.length === 0 ? proofs : own;
  if (first === undefined) return;
  if (own.length <= 1) {
    await openEvidence(vscode.Uri.file(first.files.markdown));
    offerKey(first);
    return;
  }
  const passed = own.filter(({ evidence }) => evidence.state === 'passed').length;
  const simulated = own.every(({ evidence }) => evidence.simulated) ? ' (simulated)' : '';
  const show = 'Show Evidence';
  // Not awaited: a notification may stay for good.
  void vscode.window
    .showInformationMessage(`Veo Audit: ${passed} of ${own.length} smoke tests passed${simulated}.`, show)
    .then((choice) => choice === show && vscode.commands.executeCommand('veoAudit.routes.focus'));
}

/** Where a key is what a run lacked: says for which host, and how to give one. The person names the host again. */
function offerKey({ evidence: { outcome } }: Proof): void {
  if (keyAdvice(outcome.failure) === '') return;
  const set = 'Set Key…';
  void vscode.window
    .showWarningMessage(notice(`Veo Audit: ${outcome.message}`), set)
    .then((choice) => choice === set && vscode.commands.executeCommand('veoAudit.smoke.setKey'));
}

/** How the editor takes a key, or a pasted access token, where a run had none; empty for every other end. */
export function keyAdvice(failure: Proof['evidence']['outcome']['failure']): string {
  return failure === 'no-key' || failure === 'no-token'
    ? ' "Veo Audit: Set Key for Host…" takes a key or an access token.'
    : '';
}

/** Shows the readable form of evidence. */
export async function openEvidence(markdown: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('markdown.showPreview', markdown);
}
