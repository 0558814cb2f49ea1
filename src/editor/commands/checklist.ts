// "Open Checklist": the seven answers of every route as a page that follows the workspace.
import * as vscode from 'vscode';
import { checklistMarkdown } from '../../report/checklist.ts';
import { atMost } from '../atMost.ts';
import type { AuditStore } from '../auditStore.ts';
import { checklists } from '../checklist.ts';
import type { TeamParts } from '../folderInputs.ts';

const PAGE = vscode.Uri.from({ scheme: 'veo-audit-checklist', path: 'Veo checklist.md' });

const NOTHING = `# Veo routes before production

No route and no contract was found in this workspace.
`;

/** Serves the page. */
export function registerChecklistPage(store: AuditStore, team: TeamParts): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(PAGE.scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: () => checklistPage(store, team),
  });
  const tell = (): void => changed.fire(PAGE);
  return vscode.Disposable.from(
    provider,
    changed,
    atMost(store.onDidChange, tell),
    team.records.onDidChange(tell),
    team.config.onDidChange(tell),
  );
}

async function checklistPage(store: AuditStore, team: TeamParts): Promise<string> {
  const all = await checklists(store, team);
  if (all.length === 0) return NOTHING;
  const pages = all.map(({ folder, checklist, placeIn }) => {
    const page = checklistMarkdown(checklist, placeIn);
    return all.length === 1 ? page : page.replace(/^# .*/, `# ${folder.name}: Veo routes before production`);
  });
  return pages.join('\n');
}

/** Shows the page. */
export async function openChecklist(): Promise<void> {
  await vscode.commands.executeCommand('markdown.showPreview', PAGE);
}
