// Keeps the store up to date with what is typed, opened and closed.

import * as vscode from 'vscode';
import type { Edit } from '../workspace/shifted.ts';
import type { AuditStore } from './auditStore.ts';
import { isAudited } from './documents.ts';
import { CELL } from './notebooks.ts';

/** Audits open documents when they open, change or close. */
export class LiveDocuments implements vscode.Disposable {
  readonly #store: AuditStore;
  readonly #reread: (uri: vscode.Uri) => void;
  readonly #listeners: vscode.Disposable;

  /** `reread` is asked for what is no longer open, and for the files of notebooks: what the disk holds counts. */
  constructor(store: AuditStore, reread: (uri: vscode.Uri) => void) {
    this.#store = store;
    this.#reread = reread;
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.#look(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (isAudited(document)) store.update(document, contentChanges.map(editOf));
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#closed(document)),
      vscode.workspace.onDidOpenNotebookDocument(({ uri }) => reread(uri)),
      vscode.workspace.onDidChangeNotebookDocument(({ notebook }) => {
        for (const { document } of notebook.getCells().slice(0, 1)) store.update(document);
      }),
      vscode.workspace.onDidCloseNotebookDocument(({ uri }) => {
        store.closeNotebook(uri);
        reread(uri);
      }),
    );
    for (const document of vscode.workspace.textDocuments) this.#look(document);
  }

  #look(document: vscode.TextDocument): void {
    if (isAudited(document)) this.#store.of(document);
  }

  #closed(document: vscode.TextDocument): void {
    if (document.uri.scheme === 'untitled') this.#store.delete(document.uri);
    else if (isAudited(document) && document.uri.scheme !== CELL) this.#reread(document.uri);
  }

  dispose(): void {
    this.#listeners.dispose();
  }
}

const editOf = (change: vscode.TextDocumentContentChangeEvent): Edit => ({
  start: change.rangeOffset,
  end: change.rangeOffset + change.rangeLength,
  length: change.text.length,
});
