// "Create veo-audit.yaml": a commented start, never over an existing file.
import * as vscode from 'vscode';
import { configUri } from '../teamConfig.ts';

const START = `# What this team decides about its Veo routes. See "Veo Audit" in the editor for what each key means.

# The severity of a rule in this workspace: error, warning, info, hint or off.
rules: {}
#  preview-model: warning
#  alias-unverified: off

# Files and folders that are not audited, in the syntax of .gitignore.
ignore: []
#  - CHANGELOG.md
#  - test/recordings/
`;

/** Writes the file into a root folder (asked for where there are several) and opens it. */
export async function createConfig(): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick() : folders[0];
  if (folder === undefined) return;
  const uri = configUri(folder);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { ignoreIfExists: true, contents: new TextEncoder().encode(START) });
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(uri);
}
