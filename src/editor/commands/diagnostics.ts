// "Copy Diagnostics Information": what a bug report needs, and nothing private.
import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import { type AuditStore, shownFindings } from '../auditStore.ts';
import type { Platform } from '../platform/types.ts';
import { settingsFor } from '../settings.ts';

/** Versions, settings and counts as Markdown. No paths, no text of files. */
export function diagnosticsInformation(
  store: AuditStore,
  catalog: Catalog,
  platform: Platform,
  version: string,
): string {
  const resources = store.all();
  const rows: readonly (readonly [string, string | number | boolean])[] = [
    ['Veo Route Audit', version],
    ['Facts', `${catalog.version}, checked ${catalog.checkedOn}`],
    [
      'Editor',
      `${vscode.env.appName} ${vscode.version} (${platform.name}, ${vscode.env.uiKind === vscode.UIKind.Web ? 'browser' : 'desktop'} window)`,
    ],
    ['Remote', vscode.env.remoteName ?? 'none'],
    ['Workspace trusted', vscode.workspace.isTrusted],
    ['Root folders', vscode.workspace.workspaceFolders?.length ?? 0],
    ['Files with references', resources.length],
    ['References', resources.reduce((sum, { audit }) => sum + audit.references.length, 0)],
    ['Findings', resources.flatMap(({ audit }) => shownFindings(audit)).length],
  ];
  const settings = JSON.stringify(settingsFor(undefined), null, 2);
  return `${rows.map(([name, value]) => `- ${name}: ${value}`).join('\n')}\n\n\`\`\`json\n${settings}\n\`\`\`\n`;
}
