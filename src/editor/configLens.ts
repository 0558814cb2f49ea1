// CodeLens in veo-audit.yaml: how each contract stands in the checklist, and a check of each gateway.
import * as vscode from 'vscode';
import type { Answer } from '../checks/checklist/types.ts';
import { CONFIG_FILE } from '../contracts/configFile.ts';
import type { AuditStore } from './auditStore.ts';
import { checklists } from './checklist.ts';
import { countsOf } from './checklistTree.ts';
import type { TeamParts } from './folderInputs.ts';
import { registerLenses } from './lenses.ts';

/** Registers the lenses. */
export function registerConfigLens(store: AuditStore, team: TeamParts): vscode.Disposable {
  return registerLenses(
    { pattern: `**/${CONFIG_FILE}` },
    store,
    (document) => lensesOf(document, store, team),
    team.records.onDidChange,
    team.config.onDidChange,
  );
}

async function lensesOf(
  document: vscode.TextDocument,
  store: AuditStore,
  team: TeamParts,
): Promise<vscode.CodeLens[]> {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  if (folder === undefined) return [];
  const decision = team.config.decisionOf(folder);
  // Of a broken file places are not known: its lenses would pile up in the first line.
  if (!decision.isNewest) return [];
  const { configPlaces } = await import('../contracts/places.ts');
  const place = configPlaces(document.getText());
  const { routes = {}, gateways = {} } = decision.config;
  const answers = Object.keys(routes).length === 0 ? new Map() : await answersIn(folder, store, team);
  const lensAt = (path: readonly string[], command: vscode.Command): vscode.CodeLens => {
    const { line } = document.positionAt(place(path).start);
    return new vscode.CodeLens(new vscode.Range(line, 0, line, 0), command);
  };
  return [
    ...Object.keys(routes).flatMap((name) => {
      const own: readonly Answer[] = answers.get(name) ?? [];
      if (own.length === 0) return [];
      return lensAt(['routes', name], {
        title: vscode.l10n.t('Checklist: {0}', countsOf(own)),
        command: 'veoAudit.openChecklist',
        arguments: [name],
      });
    }),
    ...Object.keys(gateways).map((name) =>
      lensAt(['gateways', name], {
        title: vscode.l10n.t('Check gateway…'),
        command: 'veoAudit.checkGateway',
        arguments: [name],
      }),
    ),
  ];
}

/** The answers of each contract by its name; of all its routes, where it has several. */
async function answersIn(
  folder: vscode.WorkspaceFolder,
  store: AuditStore,
  team: TeamParts,
): Promise<ReadonlyMap<string, readonly Answer[]>> {
  const answers = new Map<string, readonly Answer[]>();
  for (const one of await checklists(store, team)) {
    if (one.folder.uri.toString() !== folder.uri.toString()) continue;
    for (const { name, answers: own } of one.checklist.routes) {
      if (name !== null) answers.set(name, [...(answers.get(name) ?? []), ...own]);
    }
  }
  return answers;
}
