// Routes as tests in the Test Explorer: a file each, its routes below it, to be run simulated or live.
import * as vscode from 'vscode';
import { remembered } from '../../once.ts';
import { endingOf } from '../../smoke/ending.ts';
import type { Proof } from '../../smoke/prove.ts';
import { messageOf } from '../../thrown.ts';
import { atMost } from '../atMost.ts';
import type { AuditStore } from '../auditStore.ts';
import { keyAdvice } from './present.ts';
import { endInWords } from './progressText.ts';
import type { SmokeRuns } from './runs.ts';
import { allTargets, type SmokeTarget } from './targets.ts';

/** What is registered once there is a route to test. The live profile runs without a click in tests alone. */
export interface Explorer {
  readonly controller: vscode.TestController;
  readonly live: vscode.TestRunProfile;
  dispose(): void;
}

export interface SmokeExplorer {
  readonly disposable: vscode.Disposable;
  /** Undefined while there is no route: a workspace without Veo has no beaker. */
  current(): Explorer | undefined;
}

/** Registers controller and profiles with the first route. `scan` finds routes anew on the explorer's refresh button. */
export function registerTestExplorer(
  store: AuditStore,
  runs: SmokeRuns,
  scan: (token: vscode.CancellationToken) => Promise<void>,
): SmokeExplorer {
  let explorer: Explorer | undefined;
  let isDisposed = false;
  const fill = async (): Promise<void> => {
    // While a file is looked at anew its routes are not known: its tests would come and go.
    await store.settled();
    const targets = allTargets(store);
    if (isDisposed || (explorer === undefined && targets.length === 0)) return;
    explorer ??= createExplorer(store, runs, scan);
    explorer.controller.items.replace(itemsOf(explorer.controller, targets));
  };
  const listener = atMost(store.onDidChange, () => void fill());
  const dispose = (): void => {
    isDisposed = true;
    listener.dispose();
    explorer?.dispose();
  };
  return { disposable: { dispose }, current: () => explorer };
}

function createExplorer(
  store: AuditStore,
  runs: SmokeRuns,
  scan: (token: vscode.CancellationToken) => Promise<void>,
): Explorer {
  const controller = vscode.tests.createTestController('veoAudit.smoke', vscode.l10n.t('Veo Smoke Tests'));
  controller.refreshHandler = scan;
  const profile = (label: string, simulated: boolean): vscode.TestRunProfile =>
    controller.createRunProfile(
      label,
      vscode.TestRunProfileKind.Run,
      (request, token) => runTests(controller, store, runs, request, simulated, token),
      simulated,
    );
  const simulated = profile(vscode.l10n.t('Simulated'), true);
  const live = profile(vscode.l10n.t('Live'), false);
  const dispose = (): void => vscode.Disposable.from(simulated, live, controller).dispose();
  return { controller, live, dispose };
}

function itemsOf(
  controller: vscode.TestController,
  targets: readonly SmokeTarget[],
): readonly vscode.TestItem[] {
  const files = new Map<string, vscode.TestItem>();
  for (const target of targets) {
    const key = target.uri.toString();
    const file = remembered(files, key, () =>
      controller.createTestItem(key, vscode.workspace.asRelativePath(target.uri), target.uri),
    );
    const item = controller.createTestItem(target.id, target.name, target.uri);
    item.range = target.range;
    item.description = modelBeside(target);
    // In the order of the file, not of the names.
    item.sortText = String(target.range.start.line).padStart(7, '0');
    file.children.add(item);
  }
  return [...files.values()];
}

/** The model, unless the test is named after it. */
const modelBeside = ({ name, route: { model } }: SmokeTarget): string => (name.includes(model) ? '' : model);

async function runTests(
  controller: vscode.TestController,
  store: AuditStore,
  runs: SmokeRuns,
  request: vscode.TestRunRequest,
  simulated: boolean,
  token: vscode.CancellationToken,
): Promise<void> {
  const test = controller.createTestRun(
    request,
    simulated ? vscode.l10n.t('simulated') : vscode.l10n.t('live'),
  );
  const abort = new AbortController();
  const stop = token.onCancellationRequested(() => abort.abort());
  if (token.isCancellationRequested) abort.abort();
  const wanted = leavesOf(controller, request);
  for (const item of wanted) test.enqueued(item);
  try {
    await store.settled();
    const targets = new Map(allTargets(store).map((target) => [target.id, target]));
    // Side by side; the limits of the surfaces and the ceiling hold for all of them only in one call.
    const ready = wanted.flatMap((item) => readyOf(item, targets.get(item.id), runs, simulated, test));
    const items = new Map(ready.map(({ item }) => [item.id, item]));
    for (const { item } of ready) test.started(item);
    if (ready.length === 0) return;
    const tasks = ready.map(({ task }) => task);
    const start = Date.now();
    const attempts = await runs.prove(tasks, simulated, abort.signal, (_run, line, id) => {
      if (line !== null) test.appendOutput(`${line.replaceAll('\n', '\r\n')}\r\n`, undefined, items.get(id));
    });
    const ms = Date.now() - start;
    for (const [index, { item, model }] of ready.entries()) {
      const attempt = attempts[index];
      if (attempt?.status === 'rejected') test.errored(item, at(item, messageOf(attempt.reason)), ms);
      else conclude(test, { item, model, proofs: attempt?.value ?? [], ms });
    }
  } catch (error) {
    test.appendOutput(`${messageOf(error)}\r\n`);
    for (const item of wanted) test.errored(item, new vscode.TestMessage(messageOf(error)));
  } finally {
    stop.dispose();
    test.end();
  }
}

function readyOf(
  item: vscode.TestItem,
  target: SmokeTarget | undefined,
  runs: SmokeRuns,
  simulated: boolean,
  test: vscode.TestRun,
) {
  try {
    if (target === undefined)
      throw new Error(
        vscode.l10n.t('This route is not in its file any more: the refresh button looks for routes anew.'),
      );
    return [{ item, model: modelBeside(target), task: runs.taskOf(target, simulated) }];
  } catch (error) {
    test.errored(item, at(item, messageOf(error)));
    return [];
  }
}

/** A test that is over. */
interface Concluded {
  readonly item: vscode.TestItem;
  readonly model: string;
  readonly proofs: readonly Proof[];
  readonly ms: number;
}

/**
 * Only a live run that was sent passes or fails here: the explorer's green and red are kept for those. A simulation that
 * passes is shown as skipped, one that fails, and a live run that was not sent, as an error; the words beside it say which.
 */
function conclude(test: vscode.TestRun, { item, model, proofs, ms }: Concluded): void {
  for (const { files } of proofs) {
    test.appendOutput(
      `${vscode.l10n.t('evidence: {0}', vscode.workspace.asRelativePath(files.json))}\r\n`,
      undefined,
      item,
    );
  }
  const ending = endingOf(proofs);
  if (ending === null) {
    test.errored(item, at(item, vscode.l10n.t('The run left no evidence.')), ms);
    return;
  }
  const { end, simulated, text, failure } = ending;
  item.description = [model, endInWords(end, simulated)].filter((part) => part !== '').join(' · ');
  const message = at(item, `${endInWords(end, simulated)}: ${text}${keyAdvice(failure)}`);
  if (end === 'passed' && simulated) test.skipped(item);
  else if (end === 'passed') test.passed(item, ms);
  else if (end === 'failed' && !simulated) test.failed(item, message, ms);
  else test.errored(item, message, ms);
}

function at(item: vscode.TestItem, text: string): vscode.TestMessage {
  const message = new vscode.TestMessage(text);
  if (item.uri !== undefined && item.range !== undefined)
    message.location = new vscode.Location(item.uri, item.range);
  return message;
}

/** The routes that a request is about. */
function leavesOf(
  controller: vscode.TestController,
  { include, exclude = [] }: vscode.TestRunRequest,
): readonly vscode.TestItem[] {
  const leaves: vscode.TestItem[] = [];
  const visit = (item: vscode.TestItem): void => {
    if (exclude.includes(item)) return;
    if (item.children.size === 0) leaves.push(item);
    item.children.forEach(visit);
  };
  if (include === undefined) controller.items.forEach(visit);
  else for (const item of include) visit(item);
  return [...new Set(leaves)];
}
