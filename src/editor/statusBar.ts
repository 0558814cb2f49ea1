// The status bar: the worst state and how many findings there are; nothing in workspaces without Veo.
import * as vscode from 'vscode';
import { STALE_AFTER_DAYS } from '../audit/rules/staleCatalog.ts';
import { SEVERITIES, type Severity } from '../audit/types.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { daysBetween } from '../catalog/days.ts';
import { atMost } from './atMost.ts';
import { type AuditStore, shownFindings } from './auditStore.ts';
import type { Clock } from './clock.ts';
import { countsInWords } from './routesOutline.ts';

const ICON: Readonly<Record<Severity, string>> = {
  error: '$(error)',
  warning: '$(warning)',
  info: '$(info)',
  hint: '$(lightbulb)',
};

/** Shows the item. */
export function showStatusBar(store: AuditStore, catalog: Catalog, clock: Clock): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('veoAudit.status', vscode.StatusBarAlignment.Left, 10);
  item.name = 'Veo Audit';
  item.command = 'veoAudit.routes.focus';
  const listener = atMost(store.onDidChange, () => update(item, store, catalog, clock));
  return vscode.Disposable.from(item, listener);
}

function update(item: vscode.StatusBarItem, store: AuditStore, catalog: Catalog, clock: Clock): void {
  const resources = store.all();
  const references = resources.reduce((sum, { audit }) => sum + audit.references.length, 0);
  const findings = resources.flatMap(({ audit }) => shownFindings(audit));
  void vscode.commands.executeCommand('setContext', 'veoAudit.hasFindings', findings.length > 0);
  if (references === 0 && findings.length === 0) {
    item.hide();
    return;
  }
  const { total, words } = countsInWords(findings);
  const worst = SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
  item.text = worst === undefined ? '$(check) Veo' : `${ICON[worst]} Veo ${total}`;
  item.tooltip = tooltip(references, words, catalog, clock);
  item.show();
}

function tooltip(references: number, findings: string, catalog: Catalog, clock: Clock): string {
  const age = Math.max(0, daysBetween(catalog.checkedOn, clock.today));
  const stale = age > STALE_AFTER_DAYS ? ': too old to rely on, update the extension' : '';
  return `Veo Audit: ${findings}, ${references} model IDs\nFacts checked ${catalog.checkedOn}, ${age} days ago${stale}`;
}
