// Commands that look at the whole workspace.
import * as vscode from 'vscode';
import { keepOncePerRun } from '../../audit/compose.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Day } from '../../catalog/types.ts';
import { jsonText } from '../../outlets/json.ts';
import { agreedOf, jsonDocument } from '../../report/json.ts';
import type { AuditStore } from '../auditStore.ts';
import { folderRun } from '../folderRun.ts';
import type { WorkspaceScan } from '../workspaceScan.ts';

/** "Scan Workspace", with progress and a way to stop it. */
export async function scanWorkspace(scan: WorkspaceScan, store: AuditStore): Promise<void> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Veo Audit: scanning'),
    cancellable: true,
  };
  await vscode.window.withProgress(options, async (progress, token) => {
    await scan.run(token, (looked) => progress.report({ message: vscode.l10n.t('{0} files', looked) }));
    await store.settled();
  });
  // Without an ID there is no view that could say so.
  if (store.all().length === 0)
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Veo Audit: no Veo model IDs were found in this workspace.'),
    );
}

/** The report of the workspace's files as the command line's JSON; of unsaved files it says what is in the editor. */
export async function workspaceReport(
  store: AuditStore,
  scan: WorkspaceScan,
  catalog: Catalog,
  asOf: Day,
): Promise<string> {
  await store.settled();
  const audits = store
    .files()
    .filter(({ references, routes, findings }) => references.length + routes.length + findings.length > 0);
  const roots = (vscode.workspace.workspaceFolders ?? []).flatMap((root) => store.folder(root)?.audit ?? []);
  const [first, ...others] = roots;
  // A team's own prices count in its root folder; a report of several has those of the release.
  const shown = first !== undefined && others.length === 0 ? first.inputs.catalog : catalog;
  const run = { asOf, catalog: shown, audits: keepOncePerRun(audits), ...scan.counts };
  const agreed = roots.map((root) => agreedOf(folderRun(root, 0)));
  const contracts = agreed.flatMap((one) => one.contracts);
  return jsonText(jsonDocument(run, { contracts, evidence: agreed.flatMap(({ evidence }) => evidence) }));
}

/** "Open Report as JSON": a document that can be saved, diffed or copied. */
export async function openReport(report: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'json', content: report });
  await vscode.window.showTextDocument(document, { preview: true });
}
