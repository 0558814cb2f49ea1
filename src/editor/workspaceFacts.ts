// Facts that a root folder has accepted after the release, and what surfaces have answered to it: read when they are there,
// anew when they change, and only where the workspace is trusted.
import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog.ts';
import { FILE_TRUST, workspaceCounts } from '../config/trust.ts';
import { OVERLAY_FOLDER, OVERLAY_NAME, withOverlay } from '../refresh/overlay.ts';
import { PROBE_FOLDER, withProbes } from '../refresh/probe.ts';
import { RECORDS } from '../workspace/recordRules.ts';
import { followRecords } from './followRecords.ts';
import { type Log, messageOf } from './log.ts';
import { textOf } from './readFile.ts';
import { jsonFilesIn } from './recordFiles.ts';

const PLACE = [RECORDS, OVERLAY_FOLDER, OVERLAY_NAME] as const;

/** The facts of a folder, and the texts that they are from. */
interface OwnFacts {
  readonly from: string;
  readonly catalog: Catalog;
}

const overlayIn = (folder: vscode.Uri): Promise<string | null> =>
  textOf(vscode.Uri.joinPath(folder, ...PLACE), 'snapshot');

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
  async acceptedIn(folder: vscode.Uri): Promise<Catalog> {
    return (await this.#accepted(await overlayIn(folder))) ?? this.#bundled;
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
    const [overlay, files] = await Promise.all([overlayIn(folder), jsonFilesIn(folder, PROBE_FOLDER)]);
    if (overlay === null && files.length === 0) return null;
    const accepted = await this.#accepted(overlay);
    const from = JSON.stringify([overlay, files.map(({ text }) => text)]);
    if (files.length === 0) return accepted && { from, catalog: accepted };
    const { parseProbe } = await import('../refresh/readProbe.ts');
    const probes = files.flatMap(({ text }) => parseProbe(text) ?? []);
    return { from, catalog: withProbes(accepted ?? this.#bundled, probes) };
  }

  /** Null where nothing was accepted, or it is broken. */
  async #accepted(text: string | null): Promise<Catalog | null> {
    if (text === null) return null;
    try {
      const { parseOverlay } = await import('../refresh/readOverlay.ts');
      return withOverlay(this.#bundled, parseOverlay(text, this.#bundled.data));
    } catch (error) {
      this.#log.error(vscode.l10n.t('{0} is not used: {1}', PLACE.join('/'), messageOf(error)));
      return null;
    }
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#changed.dispose();
  }
}
