// Each root folder's veo-audit.yaml: what the team decided, and squiggles where the file is wrong.
import * as vscode from 'vscode';
import type { ConfigFault } from '../config/parse.ts';
import type { Config } from '../config/schema.ts';
import { SOURCE } from './diagnostics.ts';
import { type Log, messageOf } from './log.ts';

export const CONFIG_FILE = 'veo-audit.yaml';

/** Holds the newest valid configuration of every root folder. */
export class TeamConfig implements vscode.Disposable {
  readonly #log: Log;
  readonly #configs = new Map<string, Config>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #collection = vscode.languages.createDiagnosticCollection('veoAuditConfig');
  readonly #listeners: vscode.Disposable;
  #loaded: Promise<void> | undefined;
  #isDisposed = false;

  /** Fires when a configuration has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(log: Log) {
    this.#log = log;
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${CONFIG_FILE}`);
    this.#listeners = vscode.Disposable.from(
      watcher,
      watcher.onDidChange((uri) => void this.#reload(uri)),
      watcher.onDidCreate((uri) => void this.#reload(uri)),
      watcher.onDidDelete((uri) => void this.#reload(uri)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => void this.#reload(uri)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.load()),
    );
  }

  /** The configuration of the folder that a resource lies in; empty without one. */
  of(uri: vscode.Uri): Config {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    return (folder && this.#configs.get(folder.uri.toString())) ?? {};
  }

  /** Reads the configurations once; resolves when they are known. */
  ready(): Promise<void> {
    this.#loaded ??= this.load();
    return this.#loaded;
  }

  /** Reads the configurations of all root folders. */
  async load(): Promise<void> {
    for (const folder of vscode.workspace.workspaceFolders ?? []) await this.#read(folder);
    this.#changed.fire();
  }

  async #reload(uri: vscode.Uri): Promise<void> {
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    if (folder === undefined || uri.toString() !== configUri(folder).toString()) return;
    await this.#read(folder);
    this.#changed.fire();
  }

  /** A broken file keeps the last valid configuration in force: half a configuration would be a wrong one. */
  async #read(folder: vscode.WorkspaceFolder): Promise<void> {
    const uri = configUri(folder);
    const text = await readIfThere(uri);
    if (this.#isDisposed) return;
    if (text === null) {
      this.#configs.delete(folder.uri.toString());
      this.#collection.delete(uri);
      return;
    }
    try {
      const { parseConfig } = await import('../config/parse.ts');
      if (this.#isDisposed) return;
      const parsed = parseConfig(text);
      if ('config' in parsed) this.#configs.set(folder.uri.toString(), parsed.config);
      this.#collection.set(uri, 'config' in parsed ? undefined : parsed.faults.map(diagnosticOf));
    } catch (error) {
      this.#log.error(`${uri.toString(true)} could not be read: ${messageOf(error)}`);
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#listeners.dispose();
    this.#collection.dispose();
    this.#changed.dispose();
  }
}

/** Where a folder's configuration lies. */
export function configUri(folder: vscode.WorkspaceFolder): vscode.Uri {
  return vscode.Uri.joinPath(folder.uri, CONFIG_FILE);
}

async function readIfThere(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
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
