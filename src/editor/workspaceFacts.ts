// Facts that a root folder has accepted after the release: read when they are there, anew when they change, and only
// where the workspace is trusted.
import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog.ts';
import { FILE_TRUST, workspaceCounts } from '../config/trust.ts';
import { OVERLAY_FOLDER, OVERLAY_NAME, withOverlay } from '../refresh/overlay.ts';
import { RECORDS } from '../workspace/recordRules.ts';
import { type Log, messageOf } from './log.ts';
import { textOf } from './readFile.ts';

const PLACE = [RECORDS, OVERLAY_FOLDER, OVERLAY_NAME] as const;

/** The catalog of each root folder. */
export class WorkspaceFacts implements vscode.Disposable {
  readonly #bundled: Catalog;
  readonly #log: Log;
  readonly #catalogs = new Map<string, Catalog>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;
  #first: Promise<void> | null = null;

  /** Fires when the facts of a folder have come, changed or gone. */
  readonly onDidChange = this.#changed.event;

  constructor(bundled: Catalog, log: Log) {
    this.#bundled = bundled;
    this.#log = log;
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${PLACE.join('/')}`);
    const load = (): void => {
      if (this.#first !== null) void this.#load();
    };
    this.#listeners = vscode.Disposable.from(
      watcher,
      watcher.onDidCreate(load),
      watcher.onDidChange(load),
      watcher.onDidDelete(load),
      vscode.workspace.onDidChangeWorkspaceFolders(load),
      vscode.workspace.onDidGrantWorkspaceTrust(load),
    );
  }

  /** Reads the facts of all root folders, once; from then on they are followed. */
  ready(): Promise<void> {
    this.#first ??= this.#load();
    return this.#first;
  }

  /** The catalog that answers for a resource. */
  of(uri: vscode.Uri | undefined): Catalog {
    const folder = uri === undefined ? undefined : vscode.workspace.getWorkspaceFolder(uri);
    return (folder && this.#catalogs.get(folder.uri.toString())) ?? this.#bundled;
  }

  async #load(): Promise<void> {
    const before = [...this.#catalogs.values()].map(({ version }) => version).join();
    const isTrusted = workspaceCounts(FILE_TRUST.acceptedFacts, vscode.workspace.isTrusted);
    const folders = isTrusted ? (vscode.workspace.workspaceFolders ?? []) : [];
    const read = await Promise.all(
      folders.map(async ({ uri }) => [uri.toString(), await this.#read(uri)] as const),
    );
    this.#catalogs.clear();
    for (const [folder, catalog] of read) if (catalog !== null) this.#catalogs.set(folder, catalog);
    if (before !== '' || this.#catalogs.size > 0) this.#changed.fire();
  }

  /** Null where a folder has no facts of its own, or they are broken: then those of the release count. */
  async #read(folder: vscode.Uri): Promise<Catalog | null> {
    const text = await textOf(vscode.Uri.joinPath(folder, ...PLACE), 'snapshot');
    if (text === null) return null;
    try {
      const { parseOverlay } = await import('../refresh/readOverlay.ts');
      return withOverlay(this.#bundled, parseOverlay(text, this.#bundled.data));
    } catch (error) {
      this.#log.error(`${PLACE.join('/')} is not used: ${messageOf(error)}`);
      return null;
    }
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
  }
}
