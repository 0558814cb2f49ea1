// The root folder that a command is for.
import * as vscode from 'vscode';

/** The only root folder, or the one that a person picks; undefined where there is none or nothing was picked. */
export async function pickFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length > 1 ? vscode.window.showWorkspaceFolderPick() : folders[0];
}
