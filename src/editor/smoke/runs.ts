// Runs smoke tests for everyone who asks: commands, lenses, the Test Explorer. The one place that decides what may be sent.
import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Attempt } from '../../smoke/ending.ts';
import { oneAtATime } from '../../smoke/questions.ts';
import type { Run } from '../../smoke/run.ts';
import type { Confirmation, OpenRun, SmokeTask } from '../../smoke/together.ts';
import { recordFolder } from '../../workspace/records.ts';
import { type Clock, dayOf } from '../clock.ts';
import { editorFiles } from '../editorFiles.ts';
import { settingsFor } from '../settings.ts';
import type { TeamConfig } from '../teamConfig.ts';
import type { HostKeys } from './hostKeys.ts';
import { type SmokeSettings, smokeSettings } from './settings.ts';
import type { SmokeLog } from './smokeLog.ts';
import { type SmokeTarget, taskOf } from './targets.ts';
import type { EditorOrder, SmokeEngine } from './types.ts';

/** Why nothing was sent, for people. */
class NothingSent extends Error {}

export interface RunsParts {
  readonly catalog: Catalog;
  readonly config: TeamConfig;
  readonly clock: Clock;
  readonly keys: HostKeys;
  readonly log: SmokeLog;
  readonly version: string;
  /** Loads the runner. */
  engine(): Promise<SmokeEngine>;
  confirm(question: Confirmation): Promise<boolean>;
}

/** Runs that are not over: free to be taken up, or locked by another process. */
export interface Unfinished {
  readonly open: readonly OpenRun[];
  readonly elsewhere: readonly string[];
}

/** Called with each line of a run, beside the log. */
export type OnLine = (run: Run, line: string | null, id: string) => void;

export class SmokeRuns {
  readonly #parts: RunsParts;
  /** The runs of each command that goes on. */
  readonly #underway = new Set<ReadonlySet<string>>();
  /** One queue for the window: commands that run side by side must not put one question over another. */
  readonly #confirm: ReturnType<typeof oneAtATime<Confirmation>>;

  constructor(parts: RunsParts) {
    this.#parts = parts;
    this.#confirm = oneAtATime((question) => parts.confirm(question));
  }

  /** The task that proves a route. @throws NotTestable, and NothingSent as `prove` does */
  taskOf(target: SmokeTarget, simulated: boolean): SmokeTask {
    if (!simulated) requireTrust();
    const { catalog, config } = this.#parts;
    return taskOf(target, { catalog, config, settings: smokeSettings(), simulated });
  }

  /** Proves routes, side by side. @throws NothingSent in an untrusted workspace, unless simulated */
  async prove(
    tasks: readonly SmokeTask[],
    simulated: boolean,
    signal: AbortSignal,
    onLine: OnLine,
  ): Promise<readonly Attempt[]> {
    return this.#during(tasks, [], simulated, signal, onLine);
  }

  /** Runs of earlier windows that are not over, of every root folder on the disk. None in an untrusted workspace. */
  async open(): Promise<Unfinished> {
    if (!vscode.workspace.isTrusted) return { open: [], elsewhere: [] };
    const found: OpenRun[] = [];
    const elsewhere: string[] = [];
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      if (uri.scheme !== 'file' || !(await hasJournals(uri))) continue;
      const engine = await this.#parts.engine();
      const { open, busy, broken } = await engine.openRuns(uri.fsPath);
      for (const { id, reason } of broken)
        this.#parts.log.note(
          vscode.l10n.t('the journal of {0} cannot be read and was left alone: {1}', id, reason),
          'warn',
        );
      found.push(...open.map((run) => ({ folder: uri.fsPath, run })));
      elsewhere.push(...busy.map(({ id }) => id));
    }
    const isOurs = (id: string): boolean => [...this.#underway].some((ids) => ids.has(id));
    return {
      open: found.filter(({ run }) => !isOurs(run.plan.id)),
      elsewhere: elsewhere.filter((id) => !isOurs(id)),
    };
  }

  /** Goes on with interrupted runs, all simulated or all live. @throws NothingSent in an untrusted workspace */
  async resume(
    runs: readonly OpenRun[],
    simulated: boolean,
    signal: AbortSignal,
    onLine: OnLine,
  ): Promise<readonly Attempt[]> {
    requireTrust();
    return this.#during([], runs, simulated, signal, onLine);
  }

  /** Runs of this window are not interrupted while they go on. */
  async #during(
    tasks: readonly SmokeTask[],
    runs: readonly OpenRun[],
    simulated: boolean,
    signal: AbortSignal,
    onLine: OnLine,
  ): Promise<readonly Attempt[]> {
    const ids = new Set<string>();
    const note: OnLine = (run, line, id) => {
      ids.add(run.plan.id);
      onLine(run, line, id);
    };
    const folders = new Set([...tasks, ...runs].map(({ folder }) => folder));
    const order = await this.#order(simulated, signal, note, folders);
    this.#underway.add(ids);
    try {
      return await (await this.#parts.engine()).prove(tasks, runs, order);
    } finally {
      this.#underway.delete(ids);
    }
  }

  async #order(
    simulated: boolean,
    signal: AbortSignal,
    onLine: OnLine,
    folders: ReadonlySet<string>,
  ): Promise<EditorOrder> {
    if (!simulated) requireTrust();
    const { catalog, clock, version, keys, log } = this.#parts;
    const settings = smokeSettings();
    return {
      catalog,
      version,
      simulated,
      signal,
      asOf: simulated ? (settingsFor(undefined).asOf ?? clock.today) : dayOf(new Date()),
      speed: settings.speed,
      ceilingUsd: this.#ceiling(settings, folders),
      controlledFailure: settings.controlledFailure,
      keys: simulated ? [] : await keys.bound(),
      confirm: (question) => this.#confirm(question, signal),
      onEvent: (id, run, sentence) => onLine(run, sentence === null ? null : log.say(run, sentence), id),
    };
  }

  /** The user's ceiling; the teams of the folders can only lower it. */
  #ceiling({ maxUsd }: SmokeSettings, folders: ReadonlySet<string>): number {
    const teams = [...folders].map((folder) => this.#parts.config.of(vscode.Uri.file(folder)).smoke?.maxUsd);
    return Math.min(maxUsd, ...teams.filter((usd) => usd !== undefined));
  }
}

/** Records may have been planted: where a workspace is not trusted, nothing of them is resumed, simulated or not. */
export function requireTrust(): void {
  if (vscode.workspace.isTrusted) return;
  throw new NothingSent(
    vscode.l10n.t(
      'This workspace is not trusted: only new simulated smoke tests run here, and nothing was sent.',
    ),
  );
}

/** Looked at before the runner is loaded: most workspaces have never seen a smoke test. */
async function hasJournals(folder: vscode.Uri): Promise<boolean> {
  const entries = await editorFiles(folder)
    .list(recordFolder('journal'))
    .catch(() => []);
  return entries.some(({ name }) => name.endsWith('.jsonl'));
}
