// Each root folder's veo-audit.yaml: what the team decided, and squiggles where the file is wrong.

import * as vscode from 'vscode';
import type { ConfigFault } from '../config/parse.ts';
import { trustedPart } from '../config/trust.ts';
import { CONFIG_FILE } from '../contracts/configFile.ts';
import type { Config } from '../contracts/schema.ts';
import { messageOf } from '../thrown.ts';
import { configText } from '../workspace/loadConfig.ts';
import { openDocument, SOURCE } from './documents.ts';
import { editorFiles } from './editorFiles.ts';
import type { Log } from './log.ts';
import { watchFiles } from './watchFiles.ts';

/** Milliseconds of rest before an edit of a configuration counts. */
const REST = 150;

/** A valid configuration with the text that says it. In an untrusted workspace only the part that counts there. */
export interface Decision {
  readonly config: Config;
  readonly text: string;
  /** False where the file says something newer that is not valid. */
  readonly isNewest: boolean;
}

/** What a change means for the rest: which files are audited, how each is, or only what is held against them. */
export type ConfigChange = 'files' | 'audits' | 'contracts';

const NOTHING: Decision = { config: {}, text: '', isNewest: true };

/** Holds the newest valid configuration of every root folder: of an open one, as it is being edited. */
export class TeamConfig implements vscode.Disposable {
  readonly #log: Log;
  readonly #decisions = new Map<string, Decision>();
  readonly #changed = new vscode.EventEmitter<ConfigChange>();
  readonly #collection = vscode.languages.createDiagnosticCollection('veoAuditConfig');
  readonly #listeners: vscode.Disposable;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #loaded: Promise<void> | undefined;
  #isDisposed = false;

  /** Fires when a configuration has changed, with the widest of what the change means. */
  readonly onDidChange = this.#changed.event;

  constructor(log: Log) {
    this.#log = log;
    this.#listeners = vscode.Disposable.from(
      watchFiles(`**/${CONFIG_FILE}`, (uri) => void this.#reload(uri)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => void this.#reload(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#schedule(document.uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.#reload(uri)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.load()),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.load()),
    );
  }

  /** The configuration of the folder that a resource lies in; empty without one. */
  of(uri: vscode.Uri): Config {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return (folder === undefined ? NOTHING : this.decisionOf(folder)).config;
  }

  /** What holds in a root folder: the newest text that was valid. */
  decisionOf(folder: vscode.WorkspaceFolder | undefined): Decision {
    if (folder === undefined) return NOTHING;
    return this.#decisions.get(folder.uri.toString()) ?? NOTHING;
  }

  /** Reads the configurations once; resolves when they are known. */
  ready(): Promise<void> {
    this.#loaded ??= this.load();
    return this.#loaded;
  }

  /** Reads the configurations of all root folders. */
  async load(): Promise<void> {
    for (const folder of vscode.workspace.workspaceFolders ?? []) await this.#read(folder);
    this.#changed.fire('files');
  }

  #schedule(uri: vscode.Uri): void {
    if (folderOfConfig(uri) === undefined) return;
    const key = uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        void this.#reload(uri);
      }, REST),
    );
  }

  async #reload(uri: vscode.Uri): Promise<void> {
    const folder = folderOfConfig(uri);
    if (folder === undefined) return;
    const before = this.decisionOf(folder);
    await this.#read(folder);
    const after = this.decisionOf(folder);
    if (after.text !== before.text || after.isNewest !== before.isNewest)
      this.#changed.fire(changeBetween(before.config, after.config));
  }

  /** A broken file keeps the last valid configuration in force: half a configuration would be a wrong one. */
  async #read(folder: vscode.WorkspaceFolder): Promise<void> {
    const uri = configUri(folder);
    try {
      const text = openDocument(uri)?.getText() ?? (await configText(editorFiles(folder.uri)));
      if (this.#isDisposed) return;
      if (text === null) {
        this.#decisions.delete(folder.uri.toString());
        this.#collection.delete(uri);
        return;
      }
      const { parseConfig } = await import('../config/parse.ts');
      if (this.#isDisposed) return;
      const parsed = parseConfig(text);
      const decision =
        'config' in parsed
          ? { config: trustedPart(parsed.config, vscode.workspace.isTrusted), text, isNewest: true }
          : { ...this.decisionOf(folder), isNewest: false };
      this.#decisions.set(folder.uri.toString(), decision);
      this.#collection.set(uri, 'config' in parsed ? undefined : parsed.faults.map(diagnosticOf));
    } catch (error) {
      this.#log.error(vscode.l10n.t('{0} is not used: {1}', uri.toString(true), messageOf(error)));
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#listeners.dispose();
    this.#collection.dispose();
    this.#changed.dispose();
  }
}

/** Where a folder's configuration lies. */
export function configUri(folder: vscode.WorkspaceFolder): vscode.Uri {
  return vscode.Uri.joinPath(folder.uri, CONFIG_FILE);
}

/** The root folder whose configuration a resource is. */
function folderOfConfig(uri: vscode.Uri): vscode.WorkspaceFolder | undefined {
  if (!uri.path.endsWith(`/${CONFIG_FILE}`)) return undefined;
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder !== undefined && uri.toString() === configUri(folder).toString() ? folder : undefined;
}

function changeBetween(before: Config, after: Config): ConfigChange {
  const differs = (part: (config: Config) => unknown): boolean =>
    JSON.stringify(part(before)) !== JSON.stringify(part(after));
  if (differs(({ ignore }) => ignore)) return 'files';
  return differs(({ rules, prices }) => [rules, prices]) ? 'audits' : 'contracts';
}

function diagnosticOf({ message, line, column }: ConfigFault): vscode.Diagnostic {
  const start = new vscode.Position(line - 1, column - 1);
  const diagnostic = new vscode.Diagnostic(
    new vscode.Range(start, start.translate(0, 200)),
    message,
    vscode.DiagnosticSeverity.Error,
  );
  diagnostic.source = SOURCE;
  return diagnostic;
}
