// Files as the report's page names them: by their path in the only root folder, or below the name of theirs.
import * as vscode from 'vscode';
import { RECORDS } from '../workspace/recordRules.ts';

/** The folders of kept videos by the path that the page shows; none while the workspace is not trusted. */
export function videoFolders(): ReadonlyMap<string, vscode.Uri> {
  const folders = vscode.workspace.isTrusted ? (vscode.workspace.workspaceFolders ?? []) : [];
  const below = `${RECORDS}/videos`;
  return new Map(
    folders.map(({ name, uri }) => [
      folders.length === 1 ? below : `${name}/${below}`,
      vscode.Uri.joinPath(uri, below),
    ]),
  );
}

/** A file by the path that the page shows; undefined where it would lie outside of the workspace. */
export function fileOfWorkspace(path: string): vscode.Uri | undefined {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folders.length === 1 ? folders[0] : folders.find(({ name }) => path.startsWith(`${name}/`));
  if (folder === undefined) return undefined;
  const inFolder = folders.length === 1 ? path : path.slice(folder.name.length + 1);
  const isInside = !inFolder.split(/[/\\]/).includes('..');
  return isInside ? vscode.Uri.joinPath(folder.uri, inFolder) : undefined;
}
