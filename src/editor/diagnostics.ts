// Squiggles.

import * as vscode from 'vscode';
import type { Finding, Severity } from '../audit/types.ts';
import { type AuditedResource, type AuditStore, shownFindings } from './auditStore.ts';
import { SOURCE } from './documents.ts';
import type { RulePages } from './rulePages.ts';

const SEVERITY: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Shows the store's findings. */
export function showDiagnostics(store: AuditStore, pages: RulePages): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('veoAudit');
  const listener = store.onDidChange((uris) => {
    for (const uri of uris) {
      const resource = store.get(uri);
      collection.set(uri, resource === undefined ? undefined : diagnosticsOf(resource, pages));
    }
  });
  return vscode.Disposable.from(listener, collection);
}

function diagnosticsOf(resource: AuditedResource, pages: RulePages): vscode.Diagnostic[] {
  return shownFindings(resource.audit).map((finding) => diagnosticOf(finding, resource, pages));
}

function diagnosticOf(finding: Finding, resource: AuditedResource, pages: RulePages): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    resource.range(finding),
    finding.message,
    SEVERITY[finding.severity],
  );
  diagnostic.source = SOURCE;
  diagnostic.code = { value: finding.rule, target: pages.uriOf(finding.rule) };
  if (finding.deprecates) diagnostic.tags = [vscode.DiagnosticTag.Deprecated];
  if (finding.related !== undefined) {
    diagnostic.relatedInformation = finding.related.map(
      (place) =>
        new vscode.DiagnosticRelatedInformation(
          new vscode.Location(resource.uri, resource.range(place)),
          place.message,
        ),
    );
  }
  return diagnostic;
}
