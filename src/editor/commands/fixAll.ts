// "Fix All in Workspace": a list of files to take fixes out of, then one edit that can be undone, then what it did.
import * as vscode from 'vscode';
import { plainLine } from '../../outlets/plain.ts';
import type { AuditedResource, AuditStore } from '../auditStore.ts';
import { findingsInWords } from '../countWords.ts';
import { workspaceEdit } from '../quickFixes.ts';
import { type FileFixes, fixReport, titlesOf, workspaceFixes } from '../workspaceFixPlan.ts';

type Fixes = FileFixes<AuditedResource>;

interface FilePick extends vscode.QuickPickItem {
  readonly file: Fixes;
}

/** Applies the fixes of a rule (of all rules) to the files that stay ticked, and says what was left and why. */
export async function fixAllInWorkspace(store: AuditStore, rule: string | undefined): Promise<void> {
  await store.settled();
  const { files, left } = workspaceFixes(store.all(), rule);
  const picked = files.length === 0 ? [] : await pickFiles(files, rule);
  if (picked === undefined) return;
  const notPicked = files.filter((file) => !picked.includes(file));
  const current = await filterAsync(picked, isAsAudited);
  const stale = picked.filter((file) => !current.includes(file));
  const edit = new vscode.WorkspaceEdit();
  for (const { resource, fixes } of current)
    workspaceEdit(
      resource,
      fixes.flatMap(({ edits }) => edits),
      edit,
    );
  // A refactoring is saved, and undone in one step, in all its files.
  const isDone = edit.size > 0 && (await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
  const whyLeft = new Map(left)
    .set('not-ticked', countOf(notPicked))
    .set('changed', countOf(stale))
    .set('refused', isDone ? 0 : countOf(current));
  void vscode.window.showInformationMessage(`Veo Audit: ${fixReport(isDone ? current : [], whyLeft)}`);
}

async function pickFiles(
  files: readonly Fixes[],
  rule: string | undefined,
): Promise<readonly Fixes[] | undefined> {
  const items = files.map((file): FilePick => {
    const path = file.resource.audit.document.path;
    return {
      label: plainLine(path),
      description: findingsInWords(file.fixes.length),
      detail: plainLine(titlesOf(file.fixes)),
      picked: true,
      file,
    };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title:
      rule === undefined
        ? vscode.l10n.t('Fix all Veo Audit findings')
        : vscode.l10n.t('Fix all {0} findings', rule),
    placeHolder: vscode.l10n.t('Fixes are applied to the ticked files. One undo takes them back.'),
    canPickMany: true,
    matchOnDetail: true,
  });
  return picked?.map(({ file }) => file);
}

/** Whether the text to be replaced is still what was audited. */
async function isAsAudited({ resource, fixes }: Fixes): Promise<boolean> {
  const { text } = resource.audit.document;
  try {
    const document = await vscode.workspace.openTextDocument(resource.uri);
    return fixes
      .flatMap(({ edits }) => edits)
      .every((edit) => document.getText(resource.range(edit)) === text.slice(edit.start, edit.end));
  } catch {
    return false;
  }
}

async function filterAsync<T>(all: readonly T[], test: (one: T) => Promise<boolean>): Promise<readonly T[]> {
  const kept = await Promise.all(all.map(test));
  return all.filter((_, index) => kept[index]);
}

const countOf = (files: readonly Fixes[]): number => files.reduce((sum, { fixes }) => sum + fixes.length, 0);
