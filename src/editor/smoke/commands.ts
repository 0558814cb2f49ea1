// The commands of smoke tests, and the questions that they ask.
import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import { notice } from '../../outlets/plain.ts';
import type { OpenRun } from '../../smoke/together.ts';
import { messageOf } from '../../thrown.ts';
import type { AuditStore } from '../auditStore.ts';
import { routesInWords } from '../countWords.ts';
import type { ReportPanel } from '../reportPanel.ts';
import type { TeamConfig } from '../teamConfig.ts';
import { askMissing } from './askMissing.ts';
import type { HostKeys } from './hostKeys.ts';
import { forgetKey, setKey } from './keyCommands.ts';
import { showEndings, withSmokeProgress } from './present.ts';
import { requireTrust, type SmokeRuns } from './runs.ts';
import type { SmokeLog } from './smokeLog.ts';
import { allTargets, type SmokeTarget, targetsAt } from './targets.ts';

export interface SmokeCommandParts {
  readonly catalog: Catalog;
  readonly store: AuditStore;
  readonly config: Pick<TeamConfig, 'of'>;
  readonly runs: SmokeRuns;
  readonly keys: HostKeys;
  readonly panel: Pick<ReportPanel, 'showEvidence'>;
  readonly log: SmokeLog;
}

type Mode = 'simulated' | 'live';

/** What a lens or another extension may ask for; whatever it says, a live test is confirmed by a person. */
export interface RunRequest {
  readonly target?: string;
  /** The routes of one request, one for each model that it may send: a person picks one. */
  readonly among?: readonly string[];
  readonly mode?: Mode;
}

type Command = (request?: RunRequest) => Promise<void>;

/** The commands by their name behind `veoAudit.smoke.`. */
export function smokeCommands(parts: SmokeCommandParts): Readonly<Record<string, Command>> {
  const { keys, log, panel } = parts;
  return {
    run: async (request) => runAsked(parts, request, modeOf(request)),
    simulate: async (request) => runAsked(parts, request, 'simulated'),
    runAll: async (request) => runAll(parts, modeOf(request)),
    resume: async () => {
      requireTrust();
      await resumeAll(parts, (await parts.runs.open()).open);
    },
    setKey: async () => setKey(parts),
    forgetKey: async () => forgetKey(keys),
    openEvidence: async (request) => {
      if (request instanceof vscode.Uri) await panel.showEvidence(jsonOf(request));
    },
    showOutput: async () => log.show(),
  };
}

/** The record behind the readable form of some evidence. */
const jsonOf = (uri: vscode.Uri): vscode.Uri => uri.with({ path: uri.path.replace(/\.md$/, '.json') });

function modeOf(request: RunRequest | undefined): Mode | undefined {
  const mode = request?.mode;
  return mode === 'simulated' || mode === 'live' ? mode : undefined;
}

/** Runs the route that is asked for. Whoever named one that is gone, or turned down every model of it, wants no other. */
async function runAsked(
  parts: SmokeCommandParts,
  request: RunRequest | undefined,
  mode: Mode | undefined,
): Promise<void> {
  const target = await targetNamed(parts, request);
  const isNamed = request?.target !== undefined || request?.among !== undefined;
  if (target !== undefined || !isNamed) return runOne(parts, target, mode);
  if (request?.target !== undefined)
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Veo Audit: this route is not in its file any more. Start the smoke test from its new place.',
      ),
    );
}

/** The route that is asked for by its ID; undefined where none is, or where it is not there any more. */
async function targetNamed(
  { store }: SmokeCommandParts,
  request: RunRequest | undefined,
): Promise<SmokeTarget | undefined> {
  const among = request?.among ?? [];
  if (request?.target === undefined && among.length === 0) return undefined;
  // While its file is looked at anew, a route is not known for a moment.
  await store.settled();
  const targets = allTargets(store);
  if (among.length > 0)
    return pickTarget(
      targets.filter(({ id }) => among.includes(id)),
      vscode.l10n.t('Smoke test with which model?'),
    );
  return targets.find(({ id }) => id === request?.target);
}

async function runOne(
  parts: SmokeCommandParts,
  given: SmokeTarget | undefined,
  asked: Mode | undefined,
): Promise<void> {
  const target = given ?? (await chooseTarget(parts.store));
  if (target === undefined) return;
  const mode = asked ?? (await chooseMode());
  if (mode === undefined) return;
  // Whoever asks by name, not by hand, is told what is missing instead of being asked.
  if (asked === undefined && mode === 'live' && !(await askMissing([target], parts))) return;
  await runTargets(parts, [target], mode);
}

async function runAll(parts: SmokeCommandParts, asked: Mode | undefined): Promise<void> {
  await parts.store.settled();
  const targets = allTargets(parts.store);
  if (targets.length === 0) return sayNoRoutes();
  const mode = asked ?? (await chooseMode());
  if (mode === undefined) return;
  // What stays open leaves its routes out; the output says which.
  if (asked === undefined && mode === 'live') await askMissing(targets, parts);
  await runTargets(parts, targets, mode);
}

async function runTargets(
  { runs, log }: SmokeCommandParts,
  targets: readonly SmokeTarget[],
  mode: Mode,
): Promise<void> {
  const simulated = mode === 'simulated';
  const tasks = targets.flatMap((target) => {
    try {
      return [runs.taskOf(target, simulated)];
    } catch (error) {
      if (targets.length === 1) throw error;
      log.note(`${target.name}: ${messageOf(error)}`, 'warn');
      return [];
    }
  });
  if (tasks.length < targets.length) sayLeftOut(targets.length - tasks.length, targets.length, log);
  if (tasks.length === 0) return;
  const what = targets.length === 1 ? (targets[0]?.name ?? '') : routesInWords(tasks.length);
  const attempts = await withSmokeProgress(
    simulated
      ? vscode.l10n.t('Simulated smoke test: {0}', what)
      : vscode.l10n.t('Live smoke test: {0}', what),
    log,
    (signal, onLine) => runs.prove(tasks, simulated, signal, onLine),
  );
  const places = new Map(targets.map((target) => [target.id, target]));
  showEndings(
    attempts,
    log,
    tasks.map(({ id }) => places.get(id)),
  );
}

/** Routes that cannot be tested as things are must not be taken for tested ones. */
function sayLeftOut(left: number, all: number, log: SmokeLog): void {
  const show = vscode.l10n.t('Show Output');
  const text = vscode.l10n.t(
    'Veo Audit: {0} of {1} routes cannot be tested as things are; the output says why.',
    left,
    all,
  );
  void vscode.window.showWarningMessage(notice(text), show).then((choice) => choice === show && log.show());
}

/** Goes on with interrupted runs: simulated ones with a simulator, live ones with the keys that were set. */
export async function resumeAll({ runs, log }: SmokeCommandParts, open: readonly OpenRun[]): Promise<void> {
  if (open.length === 0) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Veo Audit: no smoke test was interrupted'), 4000);
    return;
  }
  for (const simulated of [true, false]) {
    const same = open.filter(({ run }) => run.plan.simulated === simulated);
    if (same.length === 0) continue;
    const what =
      same.length === 1 ? (same[0]?.run.plan.route.name ?? '') : vscode.l10n.t('{0} runs', same.length);
    const attempts = await withSmokeProgress(
      simulated
        ? vscode.l10n.t('Resuming simulated smoke test: {0}', what)
        : vscode.l10n.t('Resuming live smoke test: {0}', what),
      log,
      (signal, onLine) => runs.resume(same, simulated, signal, onLine),
    );
    showEndings(attempts, log);
  }
}

/** The evidence of another run may open while a person chooses: it must not take the question away. */
const STAYS = { ignoreFocusOut: true } as const;

/** The route at the cursor, otherwise one that is picked; also where one request may send several models. */
async function chooseTarget(store: AuditStore): Promise<SmokeTarget | undefined> {
  await store.settled();
  const targets = allTargets(store);
  if (targets.length === 0) {
    sayNoRoutes();
    return undefined;
  }
  const editor = vscode.window.activeTextEditor;
  const here = editor ? targetsAt(targets, editor.document.uri, editor.selection.active) : [];
  if (here.length === 1) return here[0];
  return here.length > 0
    ? pickTarget(here, vscode.l10n.t('Smoke test with which model?'))
    : pickTarget(targets, vscode.l10n.t('Smoke test of which route?'));
}

async function pickTarget(targets: readonly SmokeTarget[], title: string): Promise<SmokeTarget | undefined> {
  const items = targets.map((target) => ({
    label: target.name,
    description: `${vscode.workspace.asRelativePath(target.uri)}:${target.range.start.line + 1}`,
    detail: vscode.l10n.t('{0} on {1}', target.route.model, target.route.surface),
    target,
  }));
  const options = {
    title,
    matchOnDescription: true,
    matchOnDetail: true,
    ...STAYS,
  };
  return (await vscode.window.showQuickPick(items, options))?.target;
}

function sayNoRoutes(): void {
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Veo Audit: no route with a known model was found on the disk. Scan the workspace first, or open a file that makes a request.',
    ),
  );
}

/** Simulated comes first; in an untrusted workspace there is nothing else. */
async function chooseMode(): Promise<Mode | undefined> {
  if (!vscode.workspace.isTrusted) return 'simulated';
  const items = [
    {
      label: `$(beaker) ${vscode.l10n.t('Simulated')}`,
      detail: vscode.l10n.t('Against a stand-in on this machine. Nothing is sent to anyone.'),
      mode: 'simulated' as const,
    },
    {
      label: `$(rocket) ${vscode.l10n.t('Live')}`,
      detail: vscode.l10n.t('Sends one real request, after a question that says what it can cost at most.'),
      mode: 'live' as const,
    },
  ];
  return (
    await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Run the smoke test how?'), ...STAYS })
  )?.mode;
}
