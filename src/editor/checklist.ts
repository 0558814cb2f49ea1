// The checklist before production, per root folder: what the view and the page show.
import * as vscode from 'vscode';
import type { Checklist } from '../checks/checklist/types.ts';
import { placesIn } from '../report/placesIn.ts';
import type { AuditStore } from './auditStore.ts';
import type { TeamParts } from './folderInputs.ts';
import type { FolderStore } from './folderStore.ts';

/** A root folder's checklist, and where its routes stand. */
export interface FolderChecklist {
  readonly folder: vscode.WorkspaceFolder;
  readonly checklist: Checklist;
  /** The resource behind a file's name in the checklist, with the range of an offset. */
  locationOf(file: string, offset: number): vscode.Location | undefined;
}

/** The checklists of all root folders that have a route or a contract. What builds them is loaded when asked for. */
export async function checklists(store: AuditStore, team: TeamParts): Promise<readonly FolderChecklist[]> {
  await team.config.ready();
  await store.settled();
  const folders = vscode.workspace.workspaceFolders ?? [];
  const all = await Promise.all(folders.map((folder) => checklistIn(folder, store.folder(folder))));
  return all.flatMap((one) => (one === null || one.checklist.routes.length === 0 ? [] : one));
}

async function checklistIn(
  folder: vscode.WorkspaceFolder,
  store: FolderStore | undefined,
): Promise<FolderChecklist | null> {
  const contracts = store?.audit.contracts();
  if (store === undefined || !contracts) return null;
  const [{ contractContext }, { checklistOf, openFindings }] = await Promise.all([
    import('../audit/contractAudit.ts'),
    import('../checks/checklist/checklist.ts'),
  ]);
  const context = contractContext(store.audit.layers(), store.audit.inputs, contracts);
  const audits = store.audit.audits();
  const placeIn = placesIn(audits);
  return {
    folder,
    checklist: checklistOf(context, openFindings(audits)),
    locationOf: (file, offset) => {
      const place = placeIn(file, offset);
      const position = place && new vscode.Position(place.line - 1, place.column - 1);
      return position && new vscode.Location(store.uriOf(file), position);
    },
  };
}
