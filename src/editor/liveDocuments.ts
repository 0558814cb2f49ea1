// Keeps the store up to date with what is typed, opened and closed.
import * as vscode from 'vscode';
import type { AuditStore } from './auditStore.ts';
import { isAudited } from './documents.ts';

/** Milliseconds of rest before an edit is looked at: squiggles that flicker while one types help nobody. */
const REST = 150;

/** Audits open documents when they open, change or close. */
export class LiveDocuments implements vscode.Disposable {
  readonly #store: AuditStore;
  readonly #onClosed: (uri: vscode.Uri) => void;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #listeners: vscode.Disposable;

  /** `onClosed` is told of documents that are no longer open: what the disk holds counts again. */
  constructor(store: AuditStore, onClosed: (uri: vscode.Uri) => void) {
    this.#store = store;
    this.#onClosed = onClosed;
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument((document) => this.#look(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#schedule(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#closed(document)),
      // An open notebook is audited cell by cell; its file would say everything twice.
      vscode.workspace.onDidOpenNotebookDocument((notebook) => store.delete(notebook.uri)),
      vscode.workspace.onDidCloseNotebookDocument((notebook) => onClosed(notebook.uri)),
    );
    for (const document of vscode.workspace.textDocuments) this.#look(document);
  }

  #look(document: vscode.TextDocument): void {
    if (isAudited(document)) this.#store.of(document);
  }

  #schedule(document: vscode.TextDocument): void {
    if (!isAudited(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        if (!document.isClosed) this.#look(document);
      }, REST),
    );
  }

  #closed(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    if (document.uri.scheme === 'untitled' || document.uri.scheme === 'vscode-notebook-cell')
      this.#store.delete(document.uri);
    else if (isAudited(document)) this.#onClosed(document.uri);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#listeners.dispose();
  }
}
