// Commands that look at the whole workspace.
import * as vscode from 'vscode';
import { keepOncePerRun } from '../../audit/engine.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Day } from '../../catalog/types.ts';
import { jsonReport } from '../../report/json.ts';
import type { AuditStore } from '../auditStore.ts';
import type { WorkspaceScan } from '../workspaceScan.ts';

/** "Scan Workspace", with progress and a way to stop it. */
export async function scanWorkspace(scan: WorkspaceScan): Promise<void> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: 'Veo Audit: scanning',
    cancellable: true,
  };
  await vscode.window.withProgress(options, (progress, token) =>
    scan.run(token, (looked) => progress.report({ message: `${looked} files` })),
  );
}

/** The report of the workspace as the command line's JSON. */
export function workspaceReport(store: AuditStore, scan: WorkspaceScan, catalog: Catalog, asOf: Day): string {
  const audits = store
    .all()
    .map(({ audit }) => audit)
    .filter(({ references, routes }) => references.length > 0 || routes.length > 0);
  return jsonReport({ asOf, catalog, audits: keepOncePerRun(audits), ...scan.counts }, { color: false });
}

/** "Open Report as JSON": a document that can be saved, diffed or copied. */
export async function openReport(report: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'json', content: report });
  await vscode.window.showTextDocument(document, { preview: true });
}
