// Whether a scan of the workspace reads a file: only then it is reported, and not just explained.
import * as vscode from 'vscode';
import { withSlash } from '../workspace/files.ts';
import { WalkedFiles } from '../workspace/walkFiles.ts';
import { editorFiles } from './editorFiles.ts';

/** Answers for single files; remembers the ignore files it has read. */
export class ScannedFiles {
  readonly #folders = new Map<string, WalkedFiles>();

  async has(uri: vscode.Uri): Promise<boolean> {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
    if (folder === undefined) return false;
    const key = folder.toString();
    const walked = this.#folders.get(key) ?? new WalkedFiles(editorFiles(folder));
    this.#folders.set(key, walked);
    return walked.has(uri.path.slice(withSlash(folder.path).length));
  }
}
