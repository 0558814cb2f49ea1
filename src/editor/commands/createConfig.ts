// "Create veo-audit.yaml": a commented start with a contract for each route, never over an existing file.
import * as vscode from 'vscode';
import type { AuditStore } from '../auditStore.ts';
import { pickFolder } from '../pickFolder.ts';
import { CONFIG_FILE, configUri } from '../teamConfig.ts';
import type { WorkspaceScan } from '../workspaceScan.ts';
import { scanWorkspace } from './scan.ts';

/** Writes the file into a root folder (asked for where there are several) and opens it. */
export async function createConfig(store: AuditStore, scan: WorkspaceScan): Promise<void> {
  const folder = await pickFolder();
  if (folder === undefined) return;
  const uri = configUri(folder);
  if (!(await exists(uri))) {
    // A contract for each route: all files must have been looked at.
    if (!scan.isComplete) await scanWorkspace(scan, store);
    await store.settled();
    const text = await firstText(folder, store);
    if (text === null) return;
    const edit = new vscode.WorkspaceEdit();
    edit.createFile(uri, { ignoreIfExists: true, contents: new TextEncoder().encode(text) });
    await vscode.workspace.applyEdit(edit);
  }
  await vscode.window.showTextDocument(uri);
}

async function firstText(folder: vscode.WorkspaceFolder, store: AuditStore): Promise<string | null> {
  const audit = store.folder(folder)?.audit;
  const [{ foundRoutes }, { initialConfig }] = await Promise.all([
    import('../../audit/contractAudit.ts'),
    import('../../config/init.ts'),
  ]);
  if (audit === undefined) return null;
  const { catalog, asOf } = audit.inputs;
  return initialConfig(foundRoutes(audit.layers(), CONFIG_FILE), catalog, asOf);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
