// What a root folder's audit is given: settings, the team's configuration, records, and the day.
import type * as vscode from 'vscode';
import type { AuditOptions } from '../audit/engine.ts';
import { CONFIG_FILE } from '../contracts/configFile.ts';
import type { FolderInputs } from '../workspace/folder/inputs.ts';
import type { Records, TeamRecords } from './records.ts';
import type { TeamConfig } from './teamConfig.ts';

/** How a resource is audited by the settings of its folder; null where auditing is switched off. */
export type OptionsFor = (uri: vscode.Uri | undefined) => AuditOptions | null;

export interface TeamParts {
  readonly optionsFor: OptionsFor;
  readonly config: TeamConfig;
  readonly records: TeamRecords;
  /** Whether every file of the workspace has been looked at: only then what was not seen is not there. */
  readonly isComplete: () => boolean;
}

const NO_RECORDS: Records = { evidence: [], snapshots: {} };

/** The inputs as far as they are known at once; null where auditing is switched off. */
export function inputsNow(
  folder: vscode.WorkspaceFolder | undefined,
  { optionsFor, config: team, isComplete }: Omit<TeamParts, 'records'>,
  { evidence, snapshots }: Records = NO_RECORDS,
): FolderInputs | null {
  const options = optionsFor(folder?.uri);
  if (options === null) return null;
  const { config, text, isNewest } = team.decisionOf(folder);
  return {
    ...options,
    config,
    configFile: CONFIG_FILE,
    configIsNewest: isNewest,
    contracts: {
      config,
      configFile: CONFIG_FILE,
      configText: text,
      evidence,
      snapshots,
      complete: isComplete(),
      unread: [],
    },
  };
}

/** The inputs with the folder's records, which are read where contracts ask for them. */
export async function inputsOf(
  folder: vscode.WorkspaceFolder | undefined,
  parts: TeamParts,
): Promise<FolderInputs | null> {
  const { config } = parts.config.decisionOf(folder);
  const hasContracts = config.routes !== undefined || config.gateways !== undefined;
  const records = folder === undefined || !hasContracts ? NO_RECORDS : await parts.records.of(folder, config);
  return inputsNow(folder, parts, records);
}
