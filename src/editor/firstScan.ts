// The first scan: when the editor has come to rest, unless the user scans by hand.
import * as vscode from 'vscode';
import { settingsFor } from './settings.ts';
import type { TeamConfig } from './teamConfig.ts';
import type { WorkspaceScan } from './workspaceScan.ts';

/** Milliseconds after activation in which others may start first. */
const REST = 1500;

/** Reads the configurations and scans once; again when root folders come or go. */
export function firstScan(scan: WorkspaceScan, config: TeamConfig): vscode.Disposable {
  const source = new vscode.CancellationTokenSource();
  const run = async (): Promise<void> => {
    await config.load();
    if (settingsFor(undefined).scan === 'automatic') await scan.run(source.token);
  };
  const timer = setTimeout(() => void run(), REST);
  const folders = vscode.workspace.onDidChangeWorkspaceFolders(() => void run());
  return vscode.Disposable.from(
    folders,
    { dispose: () => clearTimeout(timer) },
    { dispose: () => source.cancel() },
    source,
  );
}
