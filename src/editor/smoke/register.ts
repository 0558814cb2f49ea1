// Smoke tests in the editor: all faces, over one runner that is loaded when the first test is run.
import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import { notice } from '../../outlets/plain.ts';
import type { Confirmation } from '../../smoke/together.ts';
import { messageOf } from '../../thrown.ts';
import type { AuditStore } from '../auditStore.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Platform } from '../platform/types.ts';
import type { ReportPanel } from '../reportPanel.ts';
import type { TeamConfig } from '../teamConfig.ts';
import type { WorkspaceFacts } from '../workspaceFacts.ts';
import type { WorkspaceScan } from '../workspaceScan.ts';
import { resumeAll, smokeCommands } from './commands.ts';
import { HostKeys } from './hostKeys.ts';
import { noticeInterrupted } from './interrupted.ts';
import { registerSmokeLens } from './lens.ts';
import { confirmLive } from './present.ts';
import { confirmProbe, type ProbeParts, type ProbeRequest, probeModel } from './probe.ts';
import { SmokeRuns } from './runs.ts';
import { SmokeLog } from './smokeLog.ts';
import { type Explorer, registerTestExplorer } from './testExplorer.ts';
import type { ProbeQuestion } from './types.ts';

export interface SmokeParts {
  readonly context: vscode.ExtensionContext;
  readonly store: AuditStore;
  readonly catalog: Catalog;
  readonly clock: Clock;
  readonly config: TeamConfig;
  readonly facts: WorkspaceFacts;
  readonly scan: WorkspaceScan;
  readonly panel: ReportPanel;
  readonly platform: Platform;
  readonly log: Log;
  readonly version: string;
}

/** What tests in the real editor take hold of; nobody else gets it. */
export interface SmokeHooks {
  readonly keys: HostKeys;
  /** The Test Explorer's controller, and the profile that a person would choose for live tests. */
  explorer(): Explorer | undefined;
  /** Every line of the output panel so far. */
  readonly lines: readonly string[];
  /** Answers in the place of a person; null for the person again. */
  answer(confirm: ((question: Confirmation) => Promise<boolean>) | null): void;
  /** The same for the question before a surface is asked for a model. */
  answerProbe(confirm: ((question: ProbeQuestion) => Promise<boolean>) | null): void;
  /** Where probes go in the place of the surface itself; null for the surface again. */
  probeAt(baseUrl: string | null): void;
}

const COMMANDS = [
  'run',
  'simulate',
  'runAll',
  'resume',
  'setKey',
  'forgetKey',
  'openEvidence',
  'showOutput',
  'probe',
] as const;

/** Registers everything. The hooks are there in test mode on the desktop only. */
export function registerSmoke(parts: SmokeParts): vscode.Disposable & { readonly hooks?: SmokeHooks } {
  const { context, platform, log } = parts;
  const load = platform.smoke;
  void vscode.commands.executeCommand('setContext', 'veoAudit.canSmoke', load !== undefined);
  if (load === undefined) return registerAbsent();

  const { store, catalog, clock, config, facts, panel, version, scan } = parts;
  const isTest = context.extensionMode === vscode.ExtensionMode.Test;
  const instead: Instead = { answer: null, answerProbe: null, probeAt: null };
  const keys = new HostKeys(context.secrets);
  const smokeLog = new SmokeLog();
  const confirm = (question: Confirmation) => (instead.answer ?? confirmLive)(question);
  const runs = new SmokeRuns({ catalog, config, clock, keys, version, log: smokeLog, engine: load, confirm });
  const commandParts = { catalog, store, config, runs, keys, panel, log: smokeLog };
  const probeParts: ProbeParts = {
    catalogOf: (uri) => facts.of(uri),
    keys,
    engine: load,
    confirm: (question) => (instead.answerProbe ?? confirmProbe)(question),
    addressOf: (own) => instead.probeAt ?? own,
    kept: () => facts.reread(),
  };
  const commands: Readonly<Record<string, (request?: never) => Promise<unknown>>> = {
    ...smokeCommands(commandParts),
    probe: async (request?: ProbeRequest) => probeModel(request, probeParts),
  };
  const explorer = registerTestExplorer(store, runs, (token) => scan.run(token));
  const disposable = vscode.Disposable.from(
    ...COMMANDS.map((name) =>
      vscode.commands.registerCommand(`veoAudit.smoke.${name}`, async (request) => {
        try {
          return await commands[name]?.(request as never);
        } catch (error) {
          smokeLog.note(messageOf(error), 'error');
          void vscode.window.showErrorMessage(notice(`Veo Audit: ${messageOf(error)}`));
        }
      }),
    ),
    registerSmokeLens(store),
    explorer.disposable,
    noticeInterrupted(runs, (open) => resumeAll(commandParts, open), log),
    smokeLog,
  );
  if (!isTest) return disposable;
  const lines: string[] = [];
  smokeLog.onDidSay((line) => lines.push(line));
  const hooks: SmokeHooks = {
    keys,
    lines,
    explorer: () => explorer.current(),
    answer: (given) => {
      instead.answer = given;
    },
    answerProbe: (given) => {
      instead.answerProbe = given;
    },
    probeAt: (baseUrl) => {
      instead.probeAt = baseUrl;
    },
  };
  return { hooks, dispose: () => disposable.dispose() };
}

/** Who answers in the place of a person. */
interface Instead {
  answer: ((question: Confirmation) => Promise<boolean>) | null;
  answerProbe: ((question: ProbeQuestion) => Promise<boolean>) | null;
  probeAt: string | null;
}

/** In a browser without a machine behind it there is nothing to send from: the commands say so. */
function registerAbsent(): vscode.Disposable {
  const text = vscode.l10n.t(
    'Veo Audit: smoke tests need the desktop editor, or a remote machine behind it.',
  );
  return vscode.Disposable.from(
    ...COMMANDS.map((name) =>
      vscode.commands.registerCommand(
        `veoAudit.smoke.${name}`,
        () => void vscode.window.showInformationMessage(notice(text)),
      ),
    ),
  );
}
