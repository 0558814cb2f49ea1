// Audits the whole workspace: once when the editor has nothing else to do, again on request, and file by file as the
// disk changes.

import * as vscode from 'vscode';
import { messageOf } from '../thrown.ts';
import { RULE_FILES } from '../workspace/ignoreMatching.ts';
import { NOT_REGULAR } from '../workspace/skipped.ts';
import { walkFiles } from '../workspace/walkFiles.ts';
import type { AuditStore } from './auditStore.ts';
import { isAuditedScheme, openDocument } from './documents.ts';
import { editorFiles } from './editorFiles.ts';
import type { Log } from './log.ts';
import { openNotebook } from './notebooks.ts';
import type { Platform, ScanCounts } from './platform/types.ts';
import { decodeFile } from './platform/virtualFiles.ts';
import { ScannedFiles } from './scannedFiles.ts';
import type { TeamConfig } from './teamConfig.ts';

/** Milliseconds that changes on the disk are gathered for. */
const GATHER = 300;

/** What the newest scan of all folders read. */
export interface WorkspaceCounts {
  readonly files: number;
  readonly bytes: number;
}

export class WorkspaceScan implements vscode.Disposable {
  readonly #store: AuditStore;
  readonly #config: TeamConfig;
  readonly #platform: Platform;
  readonly #log: Log;
  readonly #status = new vscode.EventEmitter<boolean>();
  readonly #pending = new Map<string, vscode.Uri>();
  /** What the scan under way (or the newest one) read. */
  #seen = new Set<string>();
  #watcher: vscode.Disposable | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: vscode.CancellationTokenSource | undefined;
  #newest: Promise<void> = Promise.resolve();
  #counts: WorkspaceCounts = { files: 0, bytes: 0 };
  #isComplete = false;
  #isDisposed = false;

  /** Fires with true when a scan begins and with false when it ends. */
  readonly onDidChangeStatus = this.#status.event;

  constructor(store: AuditStore, config: TeamConfig, platform: Platform, log: Log) {
    this.#store = store;
    this.#config = config;
    this.#platform = platform;
    this.#log = log;
  }

  /** Whether every folder has been scanned to its end. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  get counts(): WorkspaceCounts {
    return this.#counts;
  }

  /**
   * Scans every folder of the workspace. A scan under way is given up for the new one, and whoever waits for it waits
   * for that one instead; a cancelled one keeps what it found.
   */
  async run(token: vscode.CancellationToken, onProgress: (looked: number) => void = () => {}): Promise<void> {
    let awaited = this.#once(token, onProgress);
    this.#newest = awaited;
    await awaited;
    while (this.#newest !== awaited && !token.isCancellationRequested) {
      awaited = this.#newest;
      await awaited;
    }
  }

  async #once(token: vscode.CancellationToken, onProgress: (looked: number) => void): Promise<void> {
    this.#running?.cancel();
    const source = new vscode.CancellationTokenSource();
    const link = token.onCancellationRequested(() => source.cancel());
    this.#running = source;
    this.#status.fire(true);
    // Before the first file is read: what changes behind the reader's back must not go unnoticed.
    this.#watch();
    this.#seen = new Set();
    try {
      await this.#config.ready();
      const results: ScanCounts[] = [];
      for (const { uri: folder } of vscode.workspace.workspaceFolders ?? []) {
        results.push(await this.#scanFolder(folder, source.token, onProgress));
      }
      await this.#forgetMissing(source.token);
      if (!source.token.isCancellationRequested) this.#finish(results);
    } finally {
      link.dispose();
      source.dispose();
      if (this.#running === source) {
        this.#running = undefined;
        this.#status.fire(false);
      }
    }
  }

  async #scanFolder(
    folder: vscode.Uri,
    token: vscode.CancellationToken,
    onProgress: (looked: number) => void,
  ): Promise<ScanCounts> {
    try {
      return await this.#platform.scanFolder({
        folder,
        token,
        onProgress,
        onFile: ({ uri, text }) => {
          if (token.isCancellationRequested) return;
          this.#put(uri, text);
        },
      });
    } catch (error) {
      this.#log.error(
        vscode.l10n.t('The folder {0} could not be scanned: {1}', folder.toString(true), messageOf(error)),
      );
      return { files: 0, bytes: 0, skipped: [] };
    }
  }

  async #forgetMissing(token: vscode.CancellationToken): Promise<void> {
    for (const uri of this.#store.closedFiles()) {
      if (token.isCancellationRequested) return;
      // A file that comes and goes within a moment causes no event; the scan may have read it all the same.
      if (!this.#seen.has(uri.toString()) || !(await isFile(uri))) this.#store.delete(uri);
    }
  }

  #finish(results: readonly ScanCounts[]): void {
    const skipped = results.flatMap((result) => result.skipped);
    for (const { uri, reason } of skipped) if (reason !== NOT_REGULAR) this.#store.putUnread(uri);
    for (const { file, reason } of skipped) this.#log.warn(vscode.l10n.t('Skipped {0}: {1}.', file, reason));
    const files = results.reduce((sum, result) => sum + result.files, 0);
    const bytes = results.reduce((sum, result) => sum + result.bytes, 0);
    this.#counts = { files, bytes };
    this.#log.info(
      vscode.l10n.t('Scanned {0} files ({1} bytes), skipped {2}.', files, bytes, skipped.length),
    );
    this.#isComplete = true;
  }

  /** Scans again if there was a scan: a setting or a configuration may have brought files back. */
  async again(): Promise<void> {
    if (!this.#isComplete) return;
    const source = new vscode.CancellationTokenSource();
    await this.run(source.token).finally(() => source.dispose());
  }

  /** Follows the disk from the first scan on. */
  #watch(): void {
    if (this.#watcher !== undefined) return;
    const watcher = vscode.workspace.createFileSystemWatcher('**/*');
    this.#watcher = vscode.Disposable.from(
      watcher,
      watcher.onDidChange((uri) => this.reread(uri)),
      watcher.onDidCreate((uri) => void this.#cameUp(uri)),
      watcher.onDidDelete((uri) => this.#forget(uri)),
    );
  }

  #forget(uri: vscode.Uri): void {
    const gone = uri.toString();
    this.#ignoreFile(uri);
    this.#store.delete(uri);
    // Of a folder that went with its files, file systems may tell the folder alone.
    const open = vscode.workspace.textDocuments.map((document) => document.uri);
    for (const known of [...this.#store.closedFiles(), ...open])
      if (known.toString().startsWith(`${gone}/`)) this.#store.delete(known);
  }

  /** Of a folder that came with its files, file systems may tell the folder alone. */
  async #cameUp(uri: vscode.Uri): Promise<void> {
    if (!isAuditedScheme(uri.scheme)) return;
    const files = await filesAt(uri);
    if (!this.#isDisposed) for (const found of files) this.reread(found);
  }

  /** What is read has changed, where an ignore file has. */
  #ignoreFile(uri: vscode.Uri): void {
    if (!RULE_FILES.some((name) => uri.path.endsWith(`/${name}`))) return;
    this.#store.recheck();
    void this.again();
  }

  /** Reads a file again once the disk has come to rest. What a scan would not read is forgotten. */
  reread(uri: vscode.Uri): void {
    if (!isAuditedScheme(uri.scheme)) return;
    if (LEFT_OUT.test(uri.path)) {
      this.#store.delete(uri);
      return;
    }
    this.#ignoreFile(uri);
    this.#pending.set(uri.toString(), uri);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#rereadPending(), GATHER);
  }

  async #rereadPending(): Promise<void> {
    const uris = [...this.#pending.values()];
    this.#pending.clear();
    const scanned = new ScannedFiles();
    for (const uri of uris) {
      const open = openDocument(uri);
      // What the editor holds counts, as long as there is a file.
      if (open !== undefined) {
        this.#store.recheck([open]);
        continue;
      }
      const content = (await scanned.has(uri)) ? await readIfFile(uri) : null;
      // It may have been opened while it was read.
      if (openDocument(uri) !== undefined) continue;
      if (content === null) this.#store.delete(uri);
      else this.#put(uri, content);
    }
  }

  #put(uri: vscode.Uri, text: string): void {
    this.#seen.add(uri.toString());
    if (openNotebook(uri) !== undefined) this.#store.offerNotebook(uri, text);
    else if (openDocument(uri) === undefined) this.#store.updateFile(uri, text);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#running?.cancel();
    clearTimeout(this.#timer);
    this.#watcher?.dispose();
    this.#status.dispose();
  }
}

/** Folders that nobody audits. */
const LEFT_OUT = /\/(?:\.git|node_modules)(?:\/|$)/;

/** The files below a folder, or what is no folder itself. */
async function filesAt(uri: vscode.Uri): Promise<readonly vscode.Uri[]> {
  if (LEFT_OUT.test(uri.path)) return [];
  const files = editorFiles(uri);
  if ((await files.kindOf('')) !== 'folder') return [uri];
  const found: vscode.Uri[] = [];
  for await (const path of walkFiles(files, () => undefined)) found.push(vscode.Uri.joinPath(uri, path));
  return found;
}

/** A link is none. */
async function isFile(uri: vscode.Uri): Promise<boolean> {
  return (await editorFiles(uri).kindOf('')) === 'file';
}

/** The text of a file on the disk; null where there is none, or a binary one. */
export async function readIfFile(uri: vscode.Uri): Promise<string | null> {
  try {
    if (!(await isFile(uri))) return null;
    return decodeFile(await editorFiles(uri).read('', 'audited'))?.text ?? null;
  } catch {
    return null;
  }
}
