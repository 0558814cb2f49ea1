// Files that come, change or go, where all three mean the same.
import * as vscode from 'vscode';

/** Calls `look` with each file of a pattern that has come, changed or gone. */
export function watchFiles(pattern: string, look: (uri: vscode.Uri) => void): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(look),
    watcher.onDidChange(look),
    watcher.onDidDelete(look),
  );
}
