// Which documents are audited, and how an editor's document becomes the engine's.

import * as vscode from 'vscode';
import type { TextDocument } from '../detect/types.ts';
import type { Place } from '../routes/types.ts';
import { CELL } from './notebooks.ts';

/** Who reports, in the list of problems. */
export const SOURCE = 'Veo Audit';

/** Schemes of documents that someone edits, wherever they lie. */
const EDITED = new Set(['file', 'untitled', CELL, 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'memfs']);

/** Schemes of documents that are read beside the edited ones: the old side of a comparison. They get no squiggles. */
const READ = new Set(['git', 'review', 'vscode-userdata']);

/** Providers are registered for every document, since nobody can name the schemes of all virtual workspaces. */
export const ANY_DOCUMENT: vscode.DocumentSelector = '*';

/** Whether hovers and hints are offered in a document: not in the output of programs. */
export function isExplained(document: vscode.TextDocument): boolean {
  return isAudited(document) || READ.has(document.uri.scheme);
}

/** A document longer than this, in UTF-16 code units, is left to the command line. */
export const LONGEST = 20_000_000;

/** Whether a document's findings are shown. */
export function isAudited(document: vscode.TextDocument): boolean {
  return isAuditedScheme(document.uri.scheme);
}

/** Whether documents of a scheme are audited; those of workspace folders always are. */
export function isAuditedScheme(scheme: string): boolean {
  return (
    EDITED.has(scheme) ||
    (vscode.workspace.workspaceFolders ?? []).some((folder) => folder.uri.scheme === scheme)
  );
}

/** The path that a resource goes by, forward slashes: relative to its folder, whose name leads where there are several. */
export function pathOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri).replaceAll('\\', '/');
}

/** The path of a resource inside its own folder. */
export function pathInFolder(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false).replaceAll('\\', '/');
}

/** The engine's view of a document. Where the path does not tell the language, the editor does. */
export function textDocumentOf(document: vscode.TextDocument): TextDocument {
  const text = document.getText();
  const path = pathOf(document.uri);
  const saysItself = document.uri.scheme !== 'untitled' && document.uri.scheme !== CELL;
  return saysItself ? { path, text } : { path, text, language: document.languageId };
}

/** The open document of a resource. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}

/** A place of a document as the editor has it now. */
export function rangeOf(document: vscode.TextDocument, { start, end }: Place): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
