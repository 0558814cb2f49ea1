// The first scan: when the editor has come to rest, unless the user scans by hand.
import * as vscode from 'vscode';
import type { AuditStore } from './auditStore.ts';
import { settingsFor } from './settings.ts';
import type { TeamConfig } from './teamConfig.ts';
import type { WorkspaceFacts } from './workspaceFacts.ts';
import type { WorkspaceScan } from './workspaceScan.ts';

/** Milliseconds after activation in which others may start first. */
const REST = 1500;

/** Reads the configurations and scans once; again when root folders come or go. */
export function firstScan(
  store: AuditStore,
  scan: WorkspaceScan,
  config: TeamConfig,
  facts: WorkspaceFacts,
): vscode.Disposable {
  const ready = () => Promise.all([config.ready(), facts.ready()]);
  // What lies between files is looked at once all of them are there.
  if (settingsFor(undefined).scan === 'automatic') store.expectMore(true);
  const source = new vscode.CancellationTokenSource();
  const run = async (): Promise<void> => {
    await ready();
    if (settingsFor(undefined).scan === 'automatic') await scan.run(source.token);
    else store.expectMore(false);
  };
  const timer = setTimeout(() => void run(), REST);
  const folders = vscode.workspace.onDidChangeWorkspaceFolders(() => void run());
  // The first finding asks what the team decided: before it there is no reason to read anything.
  const relevant = store.onDidChange(() => void ready());
  return vscode.Disposable.from(
    folders,
    relevant,
    { dispose: () => clearTimeout(timer) },
    { dispose: () => source.cancel() },
    source,
  );
}
