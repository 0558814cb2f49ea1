// The checklist before production, per root folder: what the view and the page show.
import * as vscode from 'vscode';
import { positionCounter } from '../detect/lines.ts';
import type { PlaceIn } from '../report/checklist/formats.ts';
import type { Checklist, RouteFinding } from '../report/checklist/types.ts';
import { type AuditedResource, type AuditStore, shownFindings } from './auditStore.ts';
import { configUri } from './teamConfig.ts';
import { type TeamParts, teamMatter } from './teamLook.ts';

/** A root folder's checklist, and where its routes stand. */
export interface FolderChecklist {
  readonly folder: vscode.WorkspaceFolder;
  readonly checklist: Checklist;
  readonly placeIn: PlaceIn;
  /** The resource behind a file's name in the checklist, with the range of an offset. */
  locationOf(file: string, offset: number): vscode.Location | undefined;
}

/** The checklists of all root folders that have a route or a contract. What builds them is loaded when asked for. */
export async function checklists(store: AuditStore, team: TeamParts): Promise<readonly FolderChecklist[]> {
  await team.config.ready();
  await store.settled();
  const folders = vscode.workspace.workspaceFolders ?? [];
  const all = await Promise.all(folders.map((folder) => checklistIn(folder, store.within(folder), team)));
  return all.flatMap((one) => (one === null || one.checklist.routes.length === 0 ? [] : one));
}

async function checklistIn(
  folder: vscode.WorkspaceFolder,
  entries: readonly AuditedResource[],
  team: TeamParts,
): Promise<FolderChecklist | null> {
  const options = team.optionsFor(configUri(folder));
  if (options === null) return null;
  const [{ contractContext }, { checklistOf }, { audits, inputs }] = await Promise.all([
    import('../audit/contractAudit.ts'),
    import('../report/checklist/checklist.ts'),
    teamMatter(folder, entries, team),
  ]);
  const byFile = new Map(audits.map(({ document }, index) => [document.path, entries[index]]));
  const findings = [...byFile].flatMap(([file, entry]) =>
    entry === undefined ? [] : findingsIn(file, entry),
  );
  return {
    folder,
    checklist: checklistOf(contractContext(audits, options, inputs), findings),
    placeIn: (file, offset) => {
      const entry = byFile.get(file);
      return entry && positionCounter(entry.audit.document.text)(offset);
    },
    locationOf: (file, offset) => {
      const entry = byFile.get(file);
      return entry && new vscode.Location(entry.uri, entry.range({ start: offset, end: offset }));
    },
  };
}

function findingsIn(file: string, entry: AuditedResource): readonly RouteFinding[] {
  return shownFindings(entry).map(({ start, end, rule, message }) => ({ file, start, end, rule, message }));
}
