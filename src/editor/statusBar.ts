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
import { settingsFor } from './settings.ts';
import type { WorkspaceScan } from './workspaceScan.ts';

const ICON: Readonly<Record<Severity, string>> = {
  error: '$(error)',
  warning: '$(warning)',
  info: '$(info)',
  hint: '$(lightbulb)',
};

interface StatusParts {
  readonly store: AuditStore;
  readonly catalog: Catalog;
  readonly clock: Clock;
  readonly scan: Pick<WorkspaceScan, 'isRunning' | 'onDidChangeStatus'>;
}

/** Shows the item. */
export function showStatusBar(parts: StatusParts): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('veoAudit.status', vscode.StatusBarAlignment.Left, 10);
  item.name = 'Veo Audit';
  item.command = 'veoAudit.routes.focus';
  const show = (): void => update(item, parts);
  const { store, scan } = parts;
  return vscode.Disposable.from(item, atMost(store.onDidChange, show), scan.onDidChangeStatus(show));
}

function update(item: vscode.StatusBarItem, { store, catalog, clock, scan }: StatusParts): void {
  const resources = store.all();
  const references = resources.reduce((sum, { audit }) => sum + audit.references.length, 0);
  const findings = resources.flatMap(({ audit }) => shownFindings(audit));
  void vscode.commands.executeCommand('setContext', 'veoAudit.hasFindings', findings.length > 0);
  const isUsed = references > 0 || findings.length > 0;
  void vscode.commands.executeCommand('setContext', 'veoAudit.isUsed', isUsed);
  if (!isUsed) {
    item.hide();
    return;
  }
  const { total, words } = countsInWords(findings);
  const worst = SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity));
  const icon = scan.isRunning ? '$(loading~spin)' : worst === undefined ? '$(check)' : ICON[worst];
  const { asOf } = settingsFor(undefined);
  const parts = [
    icon,
    'Veo',
    ...(total === 0 ? [] : [total]),
    ...(asOf === null ? [] : [vscode.l10n.t('as of {0}', asOf)]),
  ];
  item.text = parts.join(' ');
  item.tooltip = [
    `Veo Audit: ${words}, ${references === 1 ? vscode.l10n.t('1 model ID') : vscode.l10n.t('{0} model IDs', references)}`,
    ...(scan.isRunning ? [vscode.l10n.t('The workspace is still being scanned.')] : []),
    ...(asOf === null ? [] : [vscode.l10n.t('Every answer is for {0}, the day in veoAudit.asOf.', asOf)]),
    factsAge(catalog, clock),
  ].join('\n');
  item.show();
}

function factsAge(catalog: Catalog, clock: Clock): string {
  const age = Math.max(0, daysBetween(catalog.checkedOn, clock.today));
  if (age > STALE_AFTER_DAYS)
    return vscode.l10n.t(
      'Facts checked {0}, {1} days ago: too old to rely on, update the extension',
      catalog.checkedOn,
      age,
    );
  return age === 1
    ? vscode.l10n.t('Facts checked {0}, 1 day ago', catalog.checkedOn)
    : vscode.l10n.t('Facts checked {0}, {1} days ago', catalog.checkedOn, age);
}
