// How a resource is audited: settings, the team's configuration and the day, and what happens when they change.
import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog.ts';
import { withOverrides } from '../contracts/overrides.ts';
import type { Config } from '../contracts/schema.ts';
import type { AuditStore } from './auditStore.ts';
import type { Clock } from './clock.ts';
import type { OptionsFor } from './folderInputs.ts';
import type { TeamRecords } from './records.ts';
import { SECTION, settingsFor } from './settings.ts';
import type { TeamConfig } from './teamConfig.ts';
import type { WorkspaceFacts } from './workspaceFacts.ts';
import type { WorkspaceScan } from './workspaceScan.ts';

/** The options for a resource; null where auditing is switched off. */
export function optionsReader(accepted: WorkspaceFacts, clock: Clock, config: TeamConfig): OptionsFor {
  const facts = teamFacts();
  return (uri) => {
    const settings = settingsFor(uri);
    if (!settings.enable) return null;
    const team = uri === undefined ? {} : config.of(uri);
    const severities = { ...team.rules, ...settings.severities };
    const catalog = facts(accepted.of(uri), team);
    return { catalog, asOf: settings.asOf ?? clock.today, severities, places: team.places };
  };
}

/** The catalog with the prices of a team's configuration; made once for each newest configuration and catalog. */
function teamFacts(): (catalog: Catalog, team: Config) => Catalog {
  const known = new WeakMap<Config, { readonly catalog: Catalog; readonly facts: Catalog }>();
  return (catalog, team) => {
    if (team.prices === undefined) return catalog;
    const made = known.get(team);
    if (made?.catalog === catalog) return made.facts;
    const facts = withOverrides(catalog, team);
    known.set(team, { catalog, facts });
    return facts;
  };
}

interface RefreshParts {
  readonly store: AuditStore;
  readonly scan: WorkspaceScan;
  readonly clock: Clock;
  readonly config: TeamConfig;
  readonly records: TeamRecords;
  readonly facts: WorkspaceFacts;
}

/** Audits everything anew when the day, a setting or a configuration changes; files that were left out are read again. */
export function refreshOnChange({
  store,
  scan,
  clock,
  config,
  records,
  facts,
}: RefreshParts): vscode.Disposable {
  const reread = (): void => {
    store.refresh();
    void scan.again();
  };
  return vscode.Disposable.from(
    clock.onDidChange(() => store.refresh()),
    config.onDidChange((change) => (change === 'files' ? reread() : store.refresh())),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SECTION}.enable`)) reread();
      else if (event.affectsConfiguration(SECTION)) store.refresh();
    }),
    records.onDidChange(() => store.refresh()),
    facts.onDidChange(() => store.refresh()),
    scan.onDidChangeStatus((running) => store.expectMore(running)),
    vscode.workspace.onDidGrantWorkspaceTrust(reread),
  );
}
