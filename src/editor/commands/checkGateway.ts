// "Check Gateway": asks a gateway for its catalog, only from where the user allows it, and shows in the report what its rows mean.

import * as vscode from 'vscode';
import type { CatalogSource, GatewayAnswer } from '../../checks/checkGateway.ts';
import type { GatewaySubject } from '../../checks/checkSnapshot.ts';
import { CONFIG_FILE } from '../../contracts/configFile.ts';
import { notice } from '../../outlets/plain.ts';
import { snapshotStore } from '../../workspace/snapshotStore.ts';
import type { AuditStore } from '../auditStore.ts';
import { cancellable } from '../cancellable.ts';
import type { Clock } from '../clock.ts';
import { editorFiles } from '../editorFiles.ts';
import type { TeamParts } from '../folderInputs.ts';
import { allowedSource } from '../gatewaySource.ts';
import { pickFolder } from '../pickFolder.ts';
import type { ReportPanel } from '../reportPanel.ts';
import type { HostKeys } from '../smoke/hostKeys.ts';

export interface GatewayParts {
  readonly store: AuditStore;
  readonly team: TeamParts;
  readonly clock: Clock;
  readonly keys: HostKeys;
  readonly panel: ReportPanel;
}

/** Checks the gateway that a link names, or one that is asked for. */
export async function checkGatewayCommand(named: string | undefined, parts: GatewayParts): Promise<void> {
  const folder = await pickFolder();
  if (folder === undefined) return;
  const subject = await subjectIn(folder, named, parts);
  if (subject === undefined) return;
  const source = await allowedSource(subject, snapshotStore(editorFiles(folder.uri)), parts.keys);
  if (source === undefined) return;
  const answer = await asked(folder, subject, source, parts.clock);
  parts.team.records.reread();
  if (answer.fault !== null) void vscode.window.showWarningMessage(notice(`Veo Audit: ${answer.fault}`));
  if (answer.check !== null) await parts.panel.showCheck(answer.check);
}

/** The gateway that is to be checked, with what goes through it; undefined where there is none, or none was picked. */
async function subjectIn(
  folder: vscode.WorkspaceFolder,
  named: string | undefined,
  { store, team }: GatewayParts,
): Promise<GatewaySubject | undefined> {
  await team.config.ready();
  const { gateways = {} } = team.config.decisionOf(folder).config;
  const names = Object.keys(gateways);
  if (names.length === 0) {
    void sayNone(folder);
    return undefined;
  }
  const gateway = await pickName(names, named);
  const settings = gateway === undefined ? undefined : gateways[gateway];
  await store.settled();
  const audit = store.folder(folder)?.audit;
  const contracts = audit?.contracts();
  if (gateway === undefined || settings === undefined || audit === undefined || !contracts) return undefined;
  const { catalog, asOf } = audit.inputs;
  return { gateway, settings, audits: audit.layers(), contracts, catalog, asOf };
}

async function pickName(names: readonly string[], named: string | undefined): Promise<string | undefined> {
  // Links come from documents, so what they carry is checked.
  if (typeof named === 'string' && names.includes(named)) return named;
  return names.length === 1
    ? names[0]
    : vscode.window.showQuickPick(names, { title: vscode.l10n.t('Check a gateway') });
}

async function sayNone(folder: vscode.WorkspaceFolder): Promise<void> {
  const open = vscode.l10n.t('Open {0}', CONFIG_FILE);
  const picked = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'Veo Audit: {0} names no gateway. Name it under gateways in {1}.',
      folder.name,
      CONFIG_FILE,
    ),
    open,
  );
  if (picked === open) await vscode.commands.executeCommand('veoAudit.createConfig');
}

async function asked(
  folder: vscode.WorkspaceFolder,
  subject: GatewaySubject,
  source: CatalogSource,
  clock: Clock,
): Promise<GatewayAnswer> {
  const { checkGateway } = await import('../../checks/checkGateway.ts');
  const title = vscode.l10n.t('Veo Audit: checking the gateway {0}', subject.gateway);
  return cancellable(title, (signal) =>
    checkGateway(subject, source, {
      fetch: globalThis.fetch,
      today: () => clock.today,
      store: snapshotStore(editorFiles(folder.uri)),
      signal,
    }),
  );
}
