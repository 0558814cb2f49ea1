// The bar in the view "Veo Routes" while a scan runs: until it ends, what is counted still climbs.
import * as vscode from 'vscode';
import type { WorkspaceScan } from './workspaceScan.ts';

/** Shows the bar from the beginning of a scan to its end. */
export function showScanProgress(scan: Pick<WorkspaceScan, 'onDidChangeStatus'>): vscode.Disposable {
  let end: () => void = () => {};
  const listener = scan.onDidChangeStatus((isRunning) => {
    end();
    if (!isRunning) return;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    void vscode.window.withProgress({ location: { viewId: 'veoAudit.routes' } }, () => ended);
  });
  return vscode.Disposable.from(listener, { dispose: () => end() });
}
