// How a resource is audited: settings, the team's configuration and the day, and what happens when they change.
import ignore from 'ignore';
import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog.ts';
import { withOverrides } from '../config/overrides.ts';
import type { Config } from '../config/schema.ts';
import type { AuditStore, OptionsFor } from './auditStore.ts';
import type { Clock } from './clock.ts';
import { pathInFolder } from './documents.ts';
import type { TeamRecords } from './records.ts';
import { SECTION, settingsFor } from './settings.ts';
import type { TeamConfig } from './teamConfig.ts';
import type { WorkspaceScan } from './workspaceScan.ts';

/** The options for a resource; null where auditing is switched off or the team leaves the file out. */
export function optionsReader(catalog: Catalog, clock: Clock, config: TeamConfig): OptionsFor {
  const facts = teamFacts(catalog);
  return (uri) => {
    const settings = settingsFor(uri);
    const team = config.of(uri);
    if (!settings.enable || isLeftOut(team.ignore ?? [], pathInFolder(uri))) return null;
    const severities = { ...team.rules, ...settings.severities };
    return { catalog: facts(team), asOf: settings.asOf ?? clock.today, severities, places: team.places };
  };
}

/** The catalog with the prices of a team's configuration; made once for each newest configuration. */
function teamFacts(catalog: Catalog): (team: Config) => Catalog {
  const known = new WeakMap<Config, Catalog>();
  return (team) => {
    if (team.prices === undefined) return catalog;
    const facts = known.get(team) ?? withOverrides(catalog, team);
    known.set(team, facts);
    return facts;
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

interface RefreshParts {
  readonly store: AuditStore;
  readonly scan: WorkspaceScan;
  readonly clock: Clock;
  readonly config: TeamConfig;
  readonly records: TeamRecords;
}

/** Audits everything anew when the day, a setting or a configuration changes; files that were left out are read again. */
export function refreshOnChange({ store, scan, clock, config, records }: RefreshParts): vscode.Disposable {
  const reread = (): void => {
    store.refresh();
    void scan.again();
  };
  return vscode.Disposable.from(
    clock.onDidChange(() => store.refresh()),
    config.onDidChange((change) => {
      if (change === 'files') reread();
      else if (change === 'audits') store.refresh();
      else store.reconsider();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SECTION}.enable`)) reread();
      else if (event.affectsConfiguration(SECTION)) store.refresh();
    }),
    records.onDidChange(() => store.reconsider()),
    scan.onDidChangeStatus((running) => !running && store.reconsider()),
    vscode.workspace.onDidGrantWorkspaceTrust(reread),
  );
}
