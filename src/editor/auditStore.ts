// The one model that squiggles, hints, hovers, lenses and the view are drawn from, so that they cannot disagree. It
// brings documents and files to the audit of their root folder, and its answers back.

import * as vscode from 'vscode';
import { auditDocument } from '../audit/engine.ts';
import type { DatedReference, DocumentAudit, Finding } from '../audit/types.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { positionCounter } from '../detect/lines.ts';
import type { Place } from '../routes/types.ts';
import type { FolderInputs } from '../workspace/folder/inputs.ts';
import type { FileAnswer } from '../workspace/folder/types.ts';
import type { Edit } from '../workspace/shifted.ts';
import { isAudited, isExplained, LONGEST, openDocument, pathOf, textDocumentOf } from './documents.ts';
import type { OptionsFor } from './folderInputs.ts';
import { FolderStore, type FolderStoreParts } from './folderStore.ts';
import { CELL, openCell, openNotebook } from './notebooks.ts';

/** An audited resource. `version` is the document's where it is open, null for a file read from disk. */
export interface AuditedResource {
  readonly uri: vscode.Uri;
  readonly version: number | null;
  readonly audit: DocumentAudit;
  readonly asOf: string;
  /** The facts that it was audited by: with the team's own prices. */
  readonly catalog: Catalog;
  range(place: Place): vscode.Range;
}

export interface StoreParts extends FolderStoreParts {
  readonly optionsFor: OptionsFor;
  /** The inputs of a root folder as far as they are known at once; null where auditing is switched off. */
  readonly inputsNow: (folder: vscode.WorkspaceFolder | undefined) => FolderInputs | null;
  /** Whether a scan of its root folder would read a file. */
  readonly isScanned: (uri: vscode.Uri) => Promise<boolean>;
}

export class AuditStore implements vscode.Disposable {
  readonly #parts: StoreParts;
  readonly #folders = new Map<string, FolderStore>();
  /** Whether a scan would read an open file; absent where that is being found out. */
  readonly #scanned = new Map<string, boolean>();
  /** By the file that is asked about; what was asked before it changed once more is not listened to. */
  readonly #asking = new Map<string, Promise<void>>();
  readonly #resources = new WeakMap<DocumentAudit, AuditedResource>();
  /** Answers for documents that are only explained: old versions in a comparison are nobody's findings. */
  readonly #asides = new WeakMap<vscode.TextDocument, AuditedResource>();
  readonly #changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  /** Ends when no more files are on their way; null where none are. */
  #arrival: { readonly ended: Promise<void>; readonly end: () => void } | null = null;

  /** Fires with the resources whose answer has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(parts: StoreParts) {
    this.#parts = parts;
  }

  /** Resolves when no file is on its way and no look is under way any more. */
  async settled(): Promise<void> {
    while (
      this.#arrival !== null ||
      this.#asking.size > 0 ||
      [...this.#folders.values()].some(({ isSettled }) => !isSettled)
    ) {
      await this.#arrival?.ended;
      await Promise.all(this.#asking.values());
      await Promise.all([...this.#folders.values()].map((folder) => folder.settle()));
    }
  }

  /** The audit of a document as it is now; undefined where it is not explained. Cheap where nothing has changed. */
  of(document: vscode.TextDocument): AuditedResource | undefined {
    if (!isAudited(document)) return isExplained(document) ? this.#aside(document) : undefined;
    const known = this.get(document.uri);
    if (known?.version === document.version) return known;
    this.update(document);
    return this.get(document.uri);
  }

  /** Takes over a document as it is now; `edits` say how it has changed, where that is known. */
  update(document: vscode.TextDocument, edits?: readonly Edit[]): void {
    const { uri } = document;
    const store = this.#folderOf(uri);
    if (store === null) return;
    if (uri.scheme === CELL) {
      const notebook = openCell(uri)?.notebook;
      if (notebook !== undefined) store.putNotebook(notebook, this.#isScanned(notebook.uri, store));
    } else {
      const { path: _shown, ...given } = textDocumentOf(document);
      const path = store.pathOf(uri);
      if (given.text.length > LONGEST) store.audit.putUnread(path);
      else {
        const isScanned = this.#isScanned(uri, store);
        store.audit.put({ ...given, path, version: document.version, isScanned }, edits);
      }
    }
    store.soon();
  }

  #aside(document: vscode.TextDocument): AuditedResource | undefined {
    const known = this.#asides.get(document);
    const options = this.#parts.optionsFor(document.uri);
    if (options === null) return undefined;
    if (known?.version === document.version && known.asOf === options.asOf) return known;
    const { asOf, catalog } = options;
    const audit = auditDocument(textDocumentOf(document), options);
    const range = rangesIn(audit.document.text);
    const audited = { uri: document.uri, version: document.version, audit, asOf, catalog, range };
    this.#asides.set(document, audited);
    return audited;
  }

  /** Takes over the text of a file that is not open; a scan would read it. */
  updateFile(uri: vscode.Uri, text: string): void {
    const store = this.#folderOf(uri);
    if (store === null) return;
    store.audit.put({ path: store.pathOf(uri), text, version: null, isScanned: true });
    store.soon();
  }

  /** A file is there, but cannot be read. */
  putUnread(uri: vscode.Uri): void {
    const store = this.#folderOf(uri);
    store?.audit.putUnread(store.pathOf(uri));
  }

  /** What is known of a resource, whatever its age. */
  get(uri: vscode.Uri): AuditedResource | undefined {
    const store = this.#folders.get(keyOf(rootOf(uri)));
    if (store === undefined) return undefined;
    const path = store.pathOf(uri);
    if (uri.scheme === CELL) {
      const key = uri.toString();
      const cell = store.cellsAt(path)?.find((one) => one.uri.toString() === key);
      return cell?.audit && this.#resource(uri, { ...cell, audit: cell.audit }, store);
    }
    const answer = store.cellsAt(path) === null ? store.audit.get(path) : undefined;
    return answer && this.#resource(uri, answer, store);
  }

  /** Every resource that is reported and has something to say, sorted by path. */
  all(): readonly AuditedResource[] {
    return [...this.#folders.values()].flatMap((store) => this.#resourcesOf(store)).toSorted(byPath);
  }

  /** What is known of a root folder's resources, or of those that lie in none, sorted by path. */
  within(folder: vscode.WorkspaceFolder | undefined): readonly AuditedResource[] {
    const store = this.#folders.get(keyOf(folder));
    return store === undefined ? [] : this.#resourcesOf(store);
  }

  /** The audit of a root folder; undefined where nothing in it was looked at. */
  folder(folder: vscode.WorkspaceFolder | undefined): FolderStore | undefined {
    return this.#folders.get(keyOf(folder));
  }

  /** The audits of all root folders' files, sorted by path: what the command line reports. */
  files(): readonly DocumentAudit[] {
    return [...this.#folders.values()]
      .filter(({ folder }) => folder !== undefined)
      .flatMap((store) =>
        store.audit.all().map(({ audit }) => shownAs(audit, pathOf(store.uriOf(audit.document.path)))),
      )
      .toSorted((a, b) => (a.document.path < b.document.path ? -1 : 1));
  }

  /** The files that are known and not open. */
  closedFiles(): readonly vscode.Uri[] {
    return [...this.#folders.values()].flatMap((store) =>
      store.audit.files().flatMap(({ path, version }) => (version === null ? store.uriOf(path) : [])),
    );
  }

  delete(uri: vscode.Uri): void {
    this.#scanned.delete(uri.toString());
    this.#asking.delete(uri.toString());
    const store = this.#folders.get(keyOf(rootOf(uri)));
    if (store === undefined) return;
    if (uri.scheme === CELL) return;
    store.audit.remove(store.pathOf(uri));
    store.soon();
  }

  /** A notebook is no longer open: its file counts again. */
  closeNotebook(uri: vscode.Uri): void {
    this.#folders.get(keyOf(rootOf(uri)))?.closeNotebook(uri);
  }

  /** Looks anew after a setting, a configuration, records or the day have changed. */
  refresh(): void {
    for (const [key, store] of this.#folders) {
      const isOpen = store.folder === undefined || isRoot(store.folder);
      if (!isOpen || this.#parts.inputsNow(store.folder) === null) this.#close(key, store);
      else void store.settle();
    }
    for (const document of vscode.workspace.textDocuments) if (isAudited(document)) this.of(document);
  }

  /** The text of an open notebook's file as it is on the disk: places are those of this text where it says the same. */
  offerNotebook(uri: vscode.Uri, text: string): void {
    const store = this.#folderOf(uri);
    store?.offerNotebook(uri, text);
    store?.soon();
  }

  /** Finds out anew which open files a scan would read: they came or went, or ignore files have changed. */
  recheck(documents: readonly vscode.TextDocument[] = vscode.workspace.textDocuments): void {
    for (const document of documents.filter(isAudited)) {
      this.#scanned.delete(document.uri.toString());
      this.update(document);
    }
  }

  /** Whether more files are on their way: what lies between files waits for them. */
  expectMore(more: boolean): void {
    const earlier = this.#arrival;
    this.#arrival = more ? (earlier ?? arrival()) : null;
    for (const store of this.#folders.values()) {
      store.audit.expectMore(more);
      if (!more) void store.settle();
    }
    if (!more) earlier?.end();
  }

  dispose(): void {
    for (const store of this.#folders.values()) store.dispose();
    this.#folders.clear();
    this.#changed.dispose();
    this.#arrival?.end();
    this.#arrival = null;
  }

  /** The audit that a resource belongs to; null where auditing is switched off. */
  #folderOf(uri: vscode.Uri): FolderStore | null {
    const folder = rootOf(uri);
    const known = this.#folders.get(keyOf(folder));
    if (known !== undefined) return known;
    const inputs = this.#parts.inputsNow(folder);
    if (inputs === null) return null;
    const store = new FolderStore(folder, inputs, this.#parts, (uris) => this.#changed.fire(uris));
    store.audit.expectMore(this.#arrival !== null);
    this.#folders.set(keyOf(folder), store);
    return store;
  }

  #close(key: string, store: FolderStore): void {
    const known = this.#resourcesOf(store).map(({ uri }) => uri);
    store.dispose();
    this.#folders.delete(key);
    this.#changed.fire(known);
  }

  /** At once for files that a scan has read; of others it is found out, and until then they are only explained. */
  #isScanned(uri: vscode.Uri, store: FolderStore): boolean {
    if (store.folder === undefined)
      return uri.scheme === 'untitled' || vscode.workspace.workspaceFolders === undefined;
    const key = uri.toString();
    const known = this.#scanned.get(key);
    if (known !== undefined) return known;
    const path = store.pathOf(uri);
    const before = store.audit.file(path);
    const asking = this.#parts.isScanned(uri).then((isScanned) => {
      if (this.#asking.get(key) !== asking) return;
      this.#asking.delete(key);
      this.#scanned.set(key, isScanned);
      const document = openDocument(uri) ?? openNotebook(uri)?.getCells()[0]?.document;
      if (document !== undefined && isScanned !== before?.isScanned) this.update(document);
    });
    this.#asking.set(key, asking);
    return before?.isScanned ?? false;
  }

  #resourcesOf(store: FolderStore): readonly AuditedResource[] {
    return store.audit.all().flatMap((answer) => {
      const { path } = answer.audit.document;
      const cells = store.cellsAt(path);
      if (cells === null) return this.#resource(store.uriOf(path), answer, store);
      return cells.flatMap(({ uri, version, audit }) =>
        audit === undefined ? [] : this.#resource(uri, { version, audit }, store),
      );
    });
  }

  #resource(
    uri: vscode.Uri,
    { version, audit }: Pick<FileAnswer, 'version' | 'audit'>,
    store: FolderStore,
  ): AuditedResource {
    const { asOf, catalog } = store.audit.inputs;
    const known = this.#resources.get(audit);
    if (known?.version === version && known.asOf === asOf && known.catalog === catalog) return known;
    const shown = shownAs(audit, pathOf(uri));
    const resource = { uri, version, audit: shown, asOf, catalog, range: rangesIn(audit.document.text) };
    this.#resources.set(audit, resource);
    return resource;
  }
}

const keyOf = (folder: vscode.WorkspaceFolder | undefined): string => folder?.uri.toString() ?? '';

/** The root folder of a resource; of a notebook's cell, that of the notebook. */
const rootOf = (uri: vscode.Uri): vscode.WorkspaceFolder | undefined =>
  vscode.workspace.getWorkspaceFolder(uri.scheme === CELL ? (openCell(uri)?.notebook.uri ?? uri) : uri);

const isRoot = ({ uri }: vscode.WorkspaceFolder): boolean =>
  vscode.workspace.getWorkspaceFolder(uri)?.uri.toString() === uri.toString();

const byPath = (a: AuditedResource, b: AuditedResource): number =>
  a.audit.document.path < b.audit.document.path ? -1 : 1;

/** An audit under the path that people see: with the folder's name, where there are several. */
function shownAs(audit: DocumentAudit, path: string): DocumentAudit {
  return audit.document.path === path ? audit : { ...audit, document: { ...audit.document, path } };
}

/** Ranges by the text that was audited: the document may have moved on by the time somebody asks. */
function rangesIn(text: string): AuditedResource['range'] {
  let position: ReturnType<typeof positionCounter> | undefined;
  const at = (offset: number): vscode.Position => {
    position ??= positionCounter(text);
    const { line, column } = position(offset);
    return new vscode.Position(line - 1, column - 1);
  };
  return ({ start, end }) => new vscode.Range(at(start), at(end));
}

/** The reference under a position. */
export function referenceAt(
  resource: AuditedResource,
  position: vscode.Position,
): DatedReference | undefined {
  return resource.audit.references.find((reference) => resource.range(reference).contains(position));
}

/** The findings that are shown: not suppressed, and not the ones that say the same for the whole run. */
export function shownFindings({ findings }: Pick<DocumentAudit, 'findings'>): readonly Finding[] {
  return findings.filter((finding) => finding.suppressed === false && !finding.oncePerRun);
}

/** Files on their way, until `end` is called. */
function arrival(): { readonly ended: Promise<void>; readonly end: () => void } {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { ended, end };
}
