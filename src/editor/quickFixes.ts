// Quick fixes: replace, fix alike, suppress, read more.
import * as vscode from 'vscode';
import { applicableFixes } from '../audit/edits.ts';
import { fixTo, isEditable } from '../audit/replacement.ts';
import { suppressionEdit } from '../audit/suppress.ts';
import type { DatedReference, Finding, TextEdit } from '../audit/types.ts';
import { livingReplacements } from '../catalog/replacement.ts';
import { cardOf } from '../explain/card.ts';
import { type AuditedResource, type AuditStore, shownFindings } from './auditStore.ts';
import { SOURCE } from './diagnostics.ts';
import { ANY_DOCUMENT } from './documents.ts';

/** `Fix all` for those who save with code actions. */
export const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('veoAudit');

/** Registers the quick fixes. */
export function registerQuickFixes(store: AuditStore): vscode.Disposable {
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
          .flatMap((finding) => actionsFor(finding, resource));
      },
    },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL] },
  );
}

function actionsFor(finding: Finding, resource: AuditedResource): vscode.CodeAction[] {
  const reference = resource.audit.references.find(
    ({ start, end }) => start === finding.start && end === finding.end,
  );
  const actions = [
    ...replacements(finding, reference, resource),
    ...fixAlike(finding, resource),
    ...suppressing(finding, resource),
    openRule(finding),
    ...openSource(reference, resource),
  ];
  // Every one of them: editors list actions without a diagnostic last.
  const diagnostics = diagnosticsOf(finding, resource);
  for (const action of actions) action.diagnostics = diagnostics;
  return actions;
}

function replacements(
  finding: Finding,
  reference: DatedReference | undefined,
  resource: AuditedResource,
): vscode.CodeAction[] {
  const { catalog, asOf, audit } = resource;
  if (finding.fix !== null) {
    const action = fixAction(finding.fix.title, finding.fix.edits, resource);
    action.isPreferred = true;
    return [action];
  }
  const choices = finding.choices ?? [];
  if (choices.length > 0) return choices.map(({ title, edits }) => fixAction(title, edits, resource));
  if (
    reference === undefined ||
    reference.model === null ||
    !finding.deprecates ||
    reference.surface !== 'unknown' ||
    !isEditable(reference)
  )
    return [];
  // Nobody but the author knows the surface: each replacement names the one it is for.
  return livingReplacements(catalog, reference.model, asOf)
    .filter((replacement) => replacement.sameApi)
    .map((replacement) => {
      const context = { catalog, asOf, routes: audit.routes };
      const fix = fixTo(context, { ...reference, surface: replacement.surface }, replacement.model);
      const where = catalog.surface(replacement.surface)?.name ?? replacement.surface;
      return fixAction(`${fix.title}, if this goes to ${where}`, fix.edits, resource);
    });
}

function fixAction(title: string, edits: readonly TextEdit[], resource: AuditedResource): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = workspaceEdit(resource, edits);
  return action;
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
  metadata?: vscode.WorkspaceEditEntryMetadata,
): vscode.WorkspaceEdit {
  for (const edit of edits) into.replace(resource.uri, resource.range(edit), edit.newText, metadata);
  return into;
}

function fixAlike(finding: Finding, resource: AuditedResource): vscode.CodeAction[] {
  if (finding.fix === null) return [];
  const alike = applicableFixes(resource.audit).filter(({ rule }) => rule === finding.rule);
  const actions: vscode.CodeAction[] = [];
  if (alike.length > 1) {
    const edits = alike.flatMap(({ fix }) => fix?.edits ?? []);
    actions.push(fixAction(`Fix all ${alike.length} ${finding.rule} findings in this file`, edits, resource));
  }
  const everywhere = new vscode.CodeAction(
    `Fix all ${finding.rule} findings in the workspace…`,
    vscode.CodeActionKind.QuickFix,
  );
  everywhere.command = {
    title: everywhere.title,
    command: 'veoAudit.fixAllInWorkspace',
    arguments: [finding.rule],
  };
  return [...actions, everywhere];
}

function fixAllAction(resource: AuditedResource): vscode.CodeAction[] {
  const edits = applicableFixes(resource.audit).flatMap(({ fix }) => fix?.edits ?? []);
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction('Fix all Veo Audit findings', FIX_ALL);
  action.edit = workspaceEdit(resource, edits);
  return [action];
}

function suppressing(finding: Finding, resource: AuditedResource): vscode.CodeAction[] {
  const trial = suppressionEdit(resource.audit.document, finding.start, {
    rule: finding.rule,
    until: null,
    reason: '',
  });
  if (trial === null) return [];
  const action = new vscode.CodeAction(
    `Suppress ${finding.rule} here, with a reason…`,
    vscode.CodeActionKind.QuickFix,
  );
  action.command = {
    title: action.title,
    command: 'veoAudit.suppress',
    arguments: [{ uri: resource.uri.toString(), rule: finding.rule, offset: finding.start }],
  };
  return [action];
}

function openRule(finding: Finding): vscode.CodeAction {
  const action = new vscode.CodeAction(`Read about ${finding.rule}`, vscode.CodeActionKind.QuickFix);
  action.command = { title: action.title, command: 'veoAudit.openRule', arguments: [finding.rule] };
  return action;
}

function openSource(reference: DatedReference | undefined, resource: AuditedResource): vscode.CodeAction[] {
  if (reference === undefined) return [];
  const card = cardOf(resource.catalog, reference.id, resource.asOf, reference.surface);
  const source =
    card.kind === 'unknown' ? undefined : card.sources.find(({ url }) => url?.startsWith('https://'));
  const url = source?.url?.split(' ')[0];
  if (source === undefined || url === undefined) return [];
  const action = new vscode.CodeAction(`Open the source: ${source.title}`, vscode.CodeActionKind.QuickFix);
  action.command = { title: action.title, command: 'vscode.open', arguments: [vscode.Uri.parse(url)] };
  return [action];
}
