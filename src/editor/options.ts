// How a resource is audited: settings, the team's configuration and the day, and what happens when they change.
import ignore from 'ignore';
import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog.ts';
import type { AuditStore, OptionsFor } from './auditStore.ts';
import type { Clock } from './clock.ts';
import { pathInFolder } from './documents.ts';
import { SECTION, settingsFor } from './settings.ts';
import type { TeamConfig } from './teamConfig.ts';
import type { WorkspaceScan } from './workspaceScan.ts';

/** The options for a resource; null where auditing is switched off or the team leaves the file out. */
export function optionsReader(catalog: Catalog, clock: Clock, config: TeamConfig): OptionsFor {
  return (uri) => {
    const settings = settingsFor(uri);
    const team = config.of(uri);
    if (!settings.enable || isLeftOut(team.ignore ?? [], pathInFolder(uri))) return null;
    const severities = { ...team.rules, ...settings.severities };
    return { catalog, asOf: settings.asOf ?? clock.today, severities };
  };
}

function isLeftOut(patterns: readonly string[], path: string): boolean {
  return (
    patterns.length > 0 &&
    ignore.isPathValid(path) &&
    ignore()
      .add([...patterns])
      .ignores(path)
  );
}

/** Audits everything anew when the day, a setting or a configuration changes; files that were left out are read again. */
export function refreshOnChange(
  store: AuditStore,
  scan: WorkspaceScan,
  clock: Clock,
  config: TeamConfig,
): vscode.Disposable {
  const reread = (): void => {
    store.refresh();
    void scan.again();
  };
  return vscode.Disposable.from(
    clock.onDidChange(() => store.refresh()),
    config.onDidChange(reread),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SECTION}.enable`)) reread();
      else if (event.affectsConfiguration(SECTION)) store.refresh();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(reread),
  );
}
