// Quick fixes: the plan of a finding as actions of the editor.
import * as vscode from 'vscode';
import { applicableFixes } from '../audit/edits.ts';
import type { Finding } from '../audit/types.ts';
import type { TextEdit } from '../routes/types.ts';
import { type AuditedResource, type AuditStore, shownFindings } from './auditStore.ts';
import { ANY_DOCUMENT, SOURCE } from './documents.ts';
import { type PlannedAction, quickFixPlan, type Step } from './quickFixPlan.ts';

/** `Fix all` for those who save with code actions. */
const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('veoAudit');

/** Registers the quick fixes. `canAsk`: whether a surface can be asked from here. */
export function registerQuickFixes(store: AuditStore, canAsk: boolean): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(
    ANY_DOCUMENT,
    {
      provideCodeActions(document, range, context) {
        const resource = store.of(document);
        if (resource === undefined) return [];
        if (context.only !== undefined && FIX_ALL.contains(context.only)) return fixAllAction(resource);
        if (context.only?.contains(FIX_ALL)) return fixAllAction(resource);
        return shownFindings(resource.audit)
          .filter((finding) => resource.range(finding).intersection(range) !== undefined)
          .flatMap((finding) => actionsFor(finding, resource, canAsk && vscode.workspace.isTrusted));
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL] },
  );
}

function actionsFor(finding: Finding, resource: AuditedResource, canAsk: boolean): vscode.CodeAction[] {
  const hasFolder = vscode.workspace.getWorkspaceFolder(resource.uri) !== undefined;
  // Every one of them: editors list actions without a diagnostic last.
  const diagnostics = diagnosticsOf(finding, resource);
  return quickFixPlan(finding, { ...resource, hasFolder, canAsk: canAsk && hasFolder }).map((planned) => {
    const action = actionOf(planned, resource);
    action.diagnostics = diagnostics;
    return action;
  });
}

function actionOf({ title, edits, step, isPreferred }: PlannedAction, resource: AuditedResource) {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  if (isPreferred) action.isPreferred = true;
  if (edits !== undefined) action.edit = workspaceEdit(resource, edits);
  if (step !== undefined) action.command = { title, ...commandOf(step, resource) };
  return action;
}

function commandOf(step: Step, resource: AuditedResource): Omit<vscode.Command, 'title'> {
  const uri = resource.uri.toString();
  if (step.do === 'open') return { command: 'vscode.open', arguments: [vscode.Uri.parse(step.url)] };
  const command = `veoAudit.${step.do}`;
  if (step.do === 'explain') {
    const { id, surface } = step;
    return { command, arguments: [{ id, surface, asOf: resource.asOf, from: uri }] };
  }
  if (step.do === 'smoke.probe') {
    const { id, surface } = step;
    return { command, arguments: [{ id, surface, uri }] };
  }
  if (step.do === 'suppress') {
    const { rule, offset, scope } = step;
    return { command, arguments: [{ uri, rule, offset, scope }] };
  }
  return { command, arguments: step.do === 'turnOff' ? [{ uri, rule: step.rule }] : [step.rule] };
}

function diagnosticsOf(finding: Finding, resource: AuditedResource): vscode.Diagnostic[] {
  const range = resource.range(finding);
  return vscode.languages
    .getDiagnostics(resource.uri)
    .filter(
      ({ source, message, range: place }) =>
        source === SOURCE && message === finding.message && place.isEqual(range),
    );
}

/** The edits of a resource as the editor applies them. */
export function workspaceEdit(
  resource: AuditedResource,
  edits: readonly TextEdit[],
  into = new vscode.WorkspaceEdit(),
): vscode.WorkspaceEdit {
  for (const edit of edits) into.replace(resource.uri, resource.range(edit), edit.newText);
  return into;
}

function fixAllAction(resource: AuditedResource): vscode.CodeAction[] {
  const edits = applicableFixes(resource.audit).flatMap(({ fix }) => fix?.edits ?? []);
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Fix all Veo Audit findings'), FIX_ALL);
  action.edit = workspaceEdit(resource, edits);
  return [action];
}
