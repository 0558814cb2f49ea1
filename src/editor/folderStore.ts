// One root folder's audit in the editor (or that of the documents that lie in none): when it looks, and what is where.

import * as vscode from 'vscode';
import { manifestsAbove } from '../audit/project.ts';
import type { DocumentAudit } from '../audit/types.ts';
import type { FolderInputs } from '../workspace/folder/inputs.ts';
import type { FileAnswer, FolderParts } from '../workspace/folder/types.ts';
import { FolderAudit } from '../workspace/folderAudit.ts';
import { auditsOfCells, type NotebookCell, notebookText } from '../workspace/notebook.ts';
import { openDocument } from './documents.ts';
import { CELL } from './notebooks.ts';

/** What a folder's audit needs of the editor. */
export interface FolderStoreParts {
  readonly reading: FolderParts['reading'];
  /** The text of a file that is not known to the audit. */
  readonly readFile: (uri: vscode.Uri) => Promise<string | null>;
  readonly inputs: (folder: vscode.WorkspaceFolder | undefined) => Promise<FolderInputs | null>;
  readonly onError: (error: unknown) => void;
}

/** Milliseconds of rest before an edit is looked at: squiggles that flicker while one types help nobody. */
const REST = 150;

/** Milliseconds that reading may take before others get their turn. */
const TURN = 8;

interface OpenNotebook {
  readonly notebook: vscode.NotebookDocument;
  readonly cells: readonly NotebookCell[];
  readonly uris: readonly vscode.Uri[];
  readonly versions: readonly number[];
  /** The parts of the newest answer. */
  parts: { readonly of: FileAnswer; readonly audits: readonly DocumentAudit[] } | null;
}

export class FolderStore {
  readonly folder: vscode.WorkspaceFolder | undefined;
  readonly audit: FolderAudit;
  readonly #parts: FolderStoreParts;
  readonly #tell: (uris: readonly vscode.Uri[]) => void;
  readonly #uris = new Map<string, vscode.Uri>();
  readonly #notebooks = new Map<string, OpenNotebook>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #isAskedAgain = false;
  #isDisposed = false;
  #turn = Date.now();

  constructor(
    folder: vscode.WorkspaceFolder | undefined,
    inputs: FolderInputs,
    parts: FolderStoreParts,
    tell: (uris: readonly vscode.Uri[]) => void,
  ) {
    this.folder = folder;
    this.#parts = parts;
    this.#tell = tell;
    const readFile = async (path: string): Promise<string | null> => {
      if (folder === undefined) return null;
      const uri = vscode.Uri.joinPath(folder.uri, path);
      return openDocument(uri)?.getText() ?? (await parts.readFile(uri));
    };
    this.audit = new FolderAudit(
      {
        reading: parts.reading,
        readFile,
        dependenciesOf: manifestsAbove,
        pause: () => this.#pause(),
        onAnswers: () => this.#tellChanges(),
      },
      inputs,
    );
  }

  /** The path by which the audit knows a resource. */
  pathOf(uri: vscode.Uri): string {
    const path =
      this.folder === undefined ? uri.path.replace(/^\//, '') : uri.path.slice(this.#rootPath().length);
    if (!this.#uris.has(path) && uri.scheme !== CELL) this.#uris.set(path, uri);
    return path;
  }

  uriOf(path: string): vscode.Uri {
    const known = this.#uris.get(path);
    if (known !== undefined) return known;
    return this.folder === undefined ? vscode.Uri.file(path) : vscode.Uri.joinPath(this.folder.uri, path);
  }

  /** Takes over an open notebook as its file. */
  putNotebook(notebook: vscode.NotebookDocument, isScanned: boolean): void {
    const path = this.pathOf(notebook.uri);
    const documents = notebook.getCells().map(({ document, kind }) => ({
      document,
      isCode: kind === vscode.NotebookCellKind.Code,
    }));
    const cells = documents.map(({ document, isCode }) => ({
      text: document.getText(),
      isCode,
      language: document.languageId,
    }));
    const gone = this.#notebooks.get(path)?.uris ?? [];
    const uris = documents.map(({ document }) => document.uri);
    const versions = documents.map(({ document }) => document.version);
    this.#notebooks.set(path, { notebook, cells, uris, versions, parts: null });
    const text = notebookText(cells, this.audit.file(path)?.text);
    this.audit.put({ path, text, version: notebook.version, isScanned });
    // The cells speak for the file from now on, also where nothing is said anew.
    if (gone.map(String).join() !== uris.map(String).join()) this.#tell([notebook.uri, ...gone, ...uris]);
  }

  /** Takes over the text of an open notebook's file, where its cells say the same. */
  offerNotebook(uri: vscode.Uri, text: string): void {
    const path = this.pathOf(uri);
    const open = this.#notebooks.get(path);
    const known = this.audit.file(path);
    if (open === undefined || known === undefined || notebookText(open.cells, text) !== text) return;
    this.audit.put({ ...known, text });
  }

  /** Forgets that a notebook is open; its file is known as before. */
  closeNotebook(uri: vscode.Uri): void {
    const path = this.pathOf(uri);
    const cells = this.#notebooks.get(path)?.uris ?? [];
    this.#notebooks.delete(path);
    this.#tell([...cells, uri]);
  }

  /** The cells of an open notebook with their parts of its answer; null where the path is no open notebook. */
  cellsAt(path: string) {
    const open = this.#notebooks.get(path);
    if (open === undefined) return null;
    const answer = this.audit.get(path);
    if (answer !== undefined && open.parts?.of !== answer)
      open.parts = { of: answer, audits: auditsOfCells(answer.audit, open.cells) };
    return open.uris.map((uri, index) => ({
      uri,
      version: open.versions[index] ?? 0,
      audit: answer === undefined ? undefined : open.parts?.audits[index],
    }));
  }

  /** Looks once nothing has changed for a moment. */
  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.settle(), REST);
  }

  /** Looks at everything that has changed; resolves when nothing is left to look at. Never rejects. */
  settle(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#running !== null) this.#isAskedAgain = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  get isSettled(): boolean {
    return this.#timer === undefined && this.#running === null;
  }

  async #run(): Promise<void> {
    try {
      do {
        this.#isAskedAgain = false;
        const inputs = await this.#parts.inputs(this.folder);
        if (this.#isDisposed) return;
        if (inputs !== null) this.audit.configure(inputs);
        await this.audit.settle();
        this.#tellChanges();
      } while (this.#isAskedAgain && !this.#isDisposed);
    } catch (error) {
      this.#parts.onError(error);
    }
  }

  #tellChanges(): void {
    if (this.#isDisposed) return;
    const changed = this.audit.takeChanged().flatMap((path) => {
      const uri = this.uriOf(path);
      if (this.audit.get(path) === undefined) this.#uris.delete(path);
      return [uri, ...(this.#notebooks.get(path)?.uris ?? [])];
    });
    if (changed.length > 0) this.#tell(changed);
  }

  async #pause(): Promise<void> {
    if (Date.now() - this.#turn < TURN) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#turn = Date.now();
  }

  #rootPath(): string {
    return `${this.folder?.uri.path.replace(/\/$/, '') ?? ''}/`;
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
  }
}
