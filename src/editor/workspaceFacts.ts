// Facts that a root folder has accepted after the release, and what surfaces have answered to it: read when they are there,
// anew when they change, and only where the workspace is trusted.
import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog.ts';
import { FILE_TRUST, workspaceCounts } from '../config/trust.ts';
import { withProbes } from '../refresh/probe.ts';
import { type AcceptedFacts, acceptedFacts, BrokenOverlayError } from '../workspace/overlayFile.ts';
import { readProbes } from '../workspace/probeFiles.ts';
import { editorFiles } from './editorFiles.ts';
import { followRecords } from './followRecords.ts';
import type { Log } from './log.ts';

/** The facts of a folder, and what they are from. */
interface OwnFacts {
  readonly from: string;
  readonly catalog: Catalog;
}

/** The catalog of each root folder. */
export class WorkspaceFacts implements vscode.Disposable {
  readonly #bundled: Catalog;
  readonly #log: Log;
  readonly #catalogs = new Map<string, OwnFacts>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #listeners: vscode.Disposable;
  #first: Promise<void> | null = null;
  /** The newest reading: an older one that ends later says nothing any more. */
  #newest: object | null = null;

  /** Fires when the facts of a folder have come, changed or gone. */
  readonly onDidChange = this.#changed.event;

  constructor(bundled: Catalog, log: Log) {
    this.#bundled = bundled;
    this.#log = log;
    const load = (): void => this.reread();
    this.#listeners = vscode.Disposable.from(
      followRecords(load),
      vscode.workspace.onDidChangeWorkspaceFolders(load),
      vscode.workspace.onDidGrantWorkspaceTrust(load),
    );
  }

  /** Reads the facts of all root folders, once; from then on they are followed. */
  ready(): Promise<void> {
    this.#first ??= this.#load();
    return this.#first;
  }

  /** Reads anew what is known to have changed. */
  reread(): void {
    if (this.#first !== null) void this.#load();
  }

  /** The catalog that answers for a resource. */
  of(uri: vscode.Uri | undefined): Catalog {
    const folder = uri === undefined ? undefined : vscode.workspace.getWorkspaceFolder(uri);
    return (folder && this.#catalogs.get(folder.uri.toString())?.catalog) ?? this.#bundled;
  }

  /** The facts that a folder has accepted, without what surfaces answered: what a refresh is held against. */
  async acceptedIn(folder: vscode.Uri): Promise<AcceptedFacts> {
    try {
      return await acceptedFacts(editorFiles(folder), this.#bundled);
    } catch (error) {
      if (!(error instanceof BrokenOverlayError)) throw error;
      this.#log.error(error.message);
      return { catalog: this.#bundled, overlay: null };
    }
  }

  async #load(): Promise<void> {
    const reading = {};
    this.#newest = reading;
    const isTrusted = workspaceCounts(FILE_TRUST.acceptedFacts, vscode.workspace.isTrusted);
    const folders = isTrusted ? (vscode.workspace.workspaceFolders ?? []) : [];
    const read = await Promise.all(
      folders.map(async ({ uri }) => [uri.toString(), await this.#read(uri)] as const),
    );
    if (this.#newest !== reading) return;
    const before = new Map(this.#catalogs);
    this.#catalogs.clear();
    for (const [folder, facts] of read) {
      const known = before.get(folder);
      // The same facts stay the same catalog: nothing is read anew for them.
      if (facts !== null) this.#catalogs.set(folder, known?.from === facts.from ? known : facts);
    }
    const isSame = [...before, ...this.#catalogs].every(
      ([folder]) => before.get(folder) === this.#catalogs.get(folder),
    );
    if (!isSame) this.#changed.fire();
  }

  /** Null where a folder has no facts of its own: then those of the release count. */
  async #read(folder: vscode.Uri): Promise<OwnFacts | null> {
    const [{ catalog, overlay }, probes] = await Promise.all([
      this.acceptedIn(folder),
      readProbes(editorFiles(folder)),
    ]);
    if (overlay === null && probes.length === 0) return null;
    return { from: JSON.stringify([overlay, probes]), catalog: withProbes(catalog, probes) };
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
  }
}
