// Commands behind quick fixes: fix a whole workspace after a preview, suppress with a reason.
import * as vscode from 'vscode';
import { applicableFixes } from '../../audit/edits.ts';
import { suppressionEdit } from '../../audit/suppress.ts';
import { addDays, isDay } from '../../catalog/days.ts';
import type { Day } from '../../catalog/types.ts';
import type { AuditStore } from '../auditStore.ts';
import { openDocument } from '../documents.ts';
import { workspaceEdit } from '../quickFixes.ts';

/** Opens the editor's refactoring preview with every fix of a rule (or of all rules). Nothing is written before it is accepted. */
export async function fixAllInWorkspace(store: AuditStore, rule: string | undefined): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  for (const resource of store.all()) {
    for (const finding of applicableFixes(resource.audit)) {
      if (finding.fix === null || (rule !== undefined && finding.rule !== rule)) continue;
      workspaceEdit(resource, finding.fix.edits, edit, { needsConfirmation: true, label: finding.fix.title });
    }
  }
  if (edit.size === 0) vscode.window.setStatusBarMessage('Veo Audit: nothing to fix', 3000);
  else await vscode.workspace.applyEdit(edit, { isRefactoring: true });
}

/** Where a suppression goes, and what it says where that need not be asked. */
export interface SuppressRequest {
  readonly uri: string;
  readonly rule: string;
  readonly offset: number;
  readonly reason?: string;
  readonly until?: Day | null;
}

/** Days that a suppression lasts unless the user says otherwise. */
const USUAL_DAYS = 30;

/** Asks for a reason and a last day, and writes the comment. */
export async function suppress(store: AuditStore, request: SuppressRequest, today: Day): Promise<void> {
  const uri = vscode.Uri.parse(request.uri);
  const document = openDocument(uri) ?? (await vscode.workspace.openTextDocument(uri));
  const reason = request.reason ?? (await askReason(request.rule));
  const until = request.until === undefined && reason !== undefined ? await askUntil(today) : request.until;
  if (reason === undefined || until === undefined) return;
  const resource = store.of(document);
  if (resource === undefined) return;
  const edit = suppressionEdit(resource.audit.document, request.offset, {
    rule: request.rule,
    until,
    reason,
  });
  if (edit !== null) await vscode.workspace.applyEdit(workspaceEdit(resource, [edit]));
}

async function askReason(rule: string): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: `Suppress ${rule}: why?`,
    prompt: 'Whoever reads this line next wants to know.',
    validateInput: (value) => (value.trim() === '' ? 'A suppression needs a reason.' : null),
  });
}

/** Null for no end; undefined where the user gave up. */
async function askUntil(today: Day): Promise<Day | null | undefined> {
  const answer = await vscode.window.showInputBox({
    title: 'Until which day? (YYYY-MM-DD, empty for no end)',
    value: addDays(today, USUAL_DAYS),
    validateInput: (value) =>
      value === '' || isDay(value) ? null : 'Write a day of the calendar as YYYY-MM-DD.',
  });
  return answer === '' ? null : answer;
}
