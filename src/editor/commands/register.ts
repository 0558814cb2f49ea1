// The table of commands.
import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Day } from '../../catalog/types.ts';
import { notice } from '../../outlets/plain.ts';
import { messageOf } from '../../thrown.ts';
import type { AuditStore } from '../auditStore.ts';
import type { Clock } from '../clock.ts';
import type { TeamParts } from '../folderInputs.ts';
import type { Log } from '../log.ts';
import type { Platform } from '../platform/types.ts';
import type { ReportPanel } from '../reportPanel.ts';
import { GROUPINGS } from '../routesOutline.ts';
import type { RoutesTree } from '../routesView.ts';
import type { RulePages } from '../rulePages.ts';
import type { HostKeys } from '../smoke/hostKeys.ts';
import type { WorkspaceFacts } from '../workspaceFacts.ts';
import type { WorkspaceScan } from '../workspaceScan.ts';
import { checkGatewayCommand } from './checkGateway.ts';
import { createConfig } from './createConfig.ts';
import { diagnosticsInformation } from './diagnostics.ts';
import { type Explained, explain } from './explain.ts';
import { type AskedRequest, explainRequest } from './explainRequest.ts';
import { type SuppressRequest, suppress, type TurnOffRequest, turnOff } from './fix.ts';
import { fixAllInWorkspace } from './fixAll.ts';
import { goToNextFinding } from './goTo.ts';
import { type RefreshInstead, refreshFacts } from './refreshFacts.ts';
import { routeMenu } from './routeMenu.ts';
import { openReport, scanWorkspace, workspaceReport } from './scan.ts';

export interface CommandParts {
  readonly store: AuditStore;
  readonly team: TeamParts;
  readonly catalog: Catalog;
  /** The day that answers are for. */
  readonly asOf: () => Day;
  readonly clock: Clock;
  readonly keys: HostKeys;
  readonly scan: WorkspaceScan;
  readonly tree: RoutesTree;
  readonly pages: RulePages;
  readonly panel: ReportPanel;
  readonly platform: Platform;
  readonly log: Log;
  readonly version: string;
  readonly facts: WorkspaceFacts;
  readonly refreshInstead: RefreshInstead;
}

/** Registers every command. What goes wrong in one becomes a sentence for the user and a line in the log. */
export function registerCommands(parts: CommandParts): vscode.Disposable {
  const { store, team, catalog, asOf, clock, keys, scan, tree, pages, panel, platform, log, version } = parts;
  const { facts, refreshInstead } = parts;
  const report = () => workspaceReport(store, scan, catalog, asOf());
  const table: Readonly<Record<string, (...args: never[]) => unknown>> = {
    scanWorkspace: () => scanWorkspace(scan, store),
    nextFinding: () => goToNextFinding(store),
    explain: (given?: Explained) =>
      explain(given, { store, catalog, optionsFor: team.optionsFor, panel }, asOf()),
    fixAllInWorkspace: (rule?: string) => fixAllInWorkspace(store, rule),
    suppress: (request: SuppressRequest) => suppress(store, request, clock.today),
    explainRequest: (asked: AskedRequest) => explainRequest(asked, store, panel),
    turnOff: (request: TurnOffRequest) => turnOff(request),
    openRule: (rule: string) => pages.open(rule),
    createConfig: () => createConfig(store, scan),
    // Links and keys carry what they like, so what names a row is checked.
    openChecklist: (contract?: string) =>
      panel.open({ section: 'checklist', filter: typeof contract === 'string' ? contract : '' }),
    checkGateway: (name?: string) => checkGatewayCommand(name, { store, team, clock, keys, panel }),
    refreshFacts: () => refreshFacts({ bundled: catalog, facts, clock, instead: refreshInstead }),
    openReport: () => panel.open(),
    openReportJson: async () => openReport(await report()),
    reportJson: report,
    showOutput: () => log.show(),
    copyDiagnostics: () =>
      vscode.env.clipboard.writeText(diagnosticsInformation(store, catalog, platform, version)),
    ...routeMenu((request) => suppress(store, request, clock.today)),
    showMentions: () => tree.showMentions(true),
    hideMentions: () => tree.showMentions(false),
    ...Object.fromEntries(
      GROUPINGS.flatMap((grouping) =>
        ['', '.ticked'].map((mark) => [`groupBy.${grouping}${mark}`, () => tree.group(grouping)]),
      ),
    ),
  };
  return vscode.Disposable.from(
    ...Object.entries(table).map(([name, run]) =>
      vscode.commands.registerCommand(
        `veoAudit.${name}`,
        guarded(name, run as (...args: unknown[]) => unknown, log),
      ),
    ),
  );
}

function guarded(name: string, run: (...args: unknown[]) => unknown, log: Log) {
  return async (...args: unknown[]): Promise<unknown> => {
    try {
      return await run(...args);
    } catch (error) {
      log.error(`${name}: ${messageOf(error)}`);
      void vscode.window.showErrorMessage(notice(`Veo Audit: ${messageOf(error)}`));
      return undefined;
    }
  };
}
