// What lies between the files of a root folder: fallbacks from one configuration to another, and the team's contracts.
import * as vscode from 'vscode';
import type { ContractInputs } from '../audit/contractAudit.ts';
import { withGraph } from '../audit/graphAudit.ts';
import { promisesOf } from '../audit/promises.ts';
import type { DocumentAudit } from '../audit/types.ts';
import { type AuditedResource, type OptionsFor, resourceOf } from './auditStore.ts';
import { openDocument, pathInFolder, pathOf } from './documents.ts';
import { type Log, messageOf } from './log.ts';
import type { TeamRecords } from './records.ts';
import { CONFIG_FILE, configUri, type TeamConfig } from './teamConfig.ts';

const NOWHERE = vscode.Uri.file('/');

/** Looks at a root folder as a whole (or at the files that lie in none). */
export interface TeamLook {
  /** Whether what is known of a file may matter to others of its folder, or be held against a contract. */
  concerns(folder: vscode.WorkspaceFolder | undefined, uri: vscode.Uri, audit: DocumentAudit): boolean;
  /** The resources with what is said between them; the team's configuration is added where it is spoken of. Never rejects. */
  look(
    folder: vscode.WorkspaceFolder | undefined,
    entries: readonly AuditedResource[],
  ): Promise<readonly AuditedResource[]>;
}

/** What is asked about a root folder's contracts. */
export interface TeamParts {
  readonly optionsFor: OptionsFor;
  readonly config: TeamConfig;
  readonly records: TeamRecords;
  /** Whether every file of the workspace has been looked at: only then what was not seen is not there. */
  readonly isComplete: () => boolean;
}

/** The look over the editor's own files. */
export function teamLook(parts: TeamParts, log: Log): TeamLook {
  const { config } = parts;
  return {
    concerns: (folder, uri, audit) =>
      audit.config !== null ||
      (folder !== undefined &&
        hasContracts(config, folder) &&
        (audit.routes.length > 0 || uri.toString() === configUri(folder).toString())),
    look: async (folder, entries) => {
      try {
        return await lookAt(folder, entries, parts);
      } catch (error) {
        log.error(`The files of ${folder?.name ?? 'no folder'} could not be compared: ${messageOf(error)}`);
        return [];
      }
    },
  };
}

/** What the contracts of a root folder are held against, with its audits, each by its path in the folder. */
export interface TeamMatter {
  readonly entries: readonly AuditedResource[];
  readonly audits: readonly DocumentAudit[];
  readonly inputs: ContractInputs;
}

/** Everything that answers about a root folder's contracts ask for. */
export async function teamMatter(
  folder: vscode.WorkspaceFolder,
  entries: readonly AuditedResource[],
  { config, records, isComplete }: TeamParts,
): Promise<TeamMatter> {
  const { config: decided, text } = config.decisionOf(folder);
  const { evidence, snapshots } = await records.of(folder, decided);
  return {
    entries,
    audits: byFolderPath(entries),
    inputs: {
      config: decided,
      configFile: CONFIG_FILE,
      configText: text,
      evidence,
      snapshots,
      complete: isComplete(),
    },
  };
}

async function lookAt(
  folder: vscode.WorkspaceFolder | undefined,
  given: readonly AuditedResource[],
  parts: TeamParts,
): Promise<readonly AuditedResource[]> {
  const options = parts.optionsFor(folder === undefined ? (given[0]?.uri ?? NOWHERE) : configUri(folder));
  if (options === null) return [];
  if (folder === undefined || !hasContracts(parts.config, folder)) {
    const { withoutContracts } = await import('../audit/contractAudit.ts');
    const audits = byFolderPath(given);
    return assign({ entries: given, audits }, withGraph(audits.map(withoutContracts), options));
  }
  const { withContracts, withoutContracts } = await import('../audit/contractAudit.ts');
  const matter = await teamMatter(folder, given, parts);
  const linked = withGraph(matter.audits, options, promisesOf(matter.inputs.config));
  const settled = withContracts(linked, options, matter.inputs).map((audit) =>
    audit.document.path === CONFIG_FILE
      ? placedRightly(audit, folder, parts.config, withoutContracts)
      : audit,
  );
  const known = new Set(matter.audits.map(({ document }) => document.path));
  const uri = configUri(folder);
  const added = settled.filter(({ document }) => !known.has(document.path));
  return [
    ...assign(matter, settled),
    ...added.map((audit) => resourceOf(uri, openDocument(uri)?.version ?? null, named(audit, uri), options)),
  ];
}

/** Places are those of the newest valid text: in any other one they would be wrong. */
function placedRightly(
  audit: DocumentAudit,
  folder: vscode.WorkspaceFolder,
  config: TeamConfig,
  without: (audit: DocumentAudit) => DocumentAudit,
): DocumentAudit {
  const { text, isNewest } = config.decisionOf(folder);
  return isNewest && audit.document.text === text ? audit : without(audit);
}

/** An audit under the path that its resource goes by. */
function named(audit: DocumentAudit, uri: vscode.Uri): DocumentAudit {
  return { ...audit, document: { ...audit.document, path: pathOf(uri) } };
}

/** Puts answers back to the resources that they are about, under the path that each goes by. */
function assign(
  { entries, audits }: Pick<TeamMatter, 'entries' | 'audits'>,
  answers: readonly DocumentAudit[],
): readonly AuditedResource[] {
  const byPath = new Map(answers.map((answer) => [answer.document.path, answer]));
  return entries.flatMap((entry, index) => {
    const given = audits[index];
    const answer = given && byPath.get(given.document.path);
    if (answer === undefined || answer.findings === entry.audit.findings) return [];
    return { ...entry, audit: { ...answer, document: entry.audit.document } };
  });
}

/** Contracts name files by their path in the root folder. Cells of a notebook lie below it, so that each is one file. */
function byFolderPath(entries: readonly AuditedResource[]): readonly DocumentAudit[] {
  return entries.map(({ uri, audit }) => {
    const path = pathInFolder(uri);
    const named = uri.scheme === 'vscode-notebook-cell' ? `${path}/${uri.fragment}` : path;
    return named === audit.document.path ? audit : { ...audit, document: { ...audit.document, path: named } };
  });
}

function hasContracts(config: TeamConfig, folder: vscode.WorkspaceFolder): boolean {
  const { routes, gateways } = config.decisionOf(folder).config;
  return routes !== undefined || gateways !== undefined;
}
