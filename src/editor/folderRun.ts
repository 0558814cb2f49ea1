// The audit of a root folder as reports show it.
import type { RunAudit } from '../report/types.ts';
import type { FolderAudit } from '../workspace/folderAudit.ts';

/** What a folder's audit says now, with what its contracts are held against. */
export function folderRun(folder: FolderAudit, files: number): RunAudit {
  const { asOf, catalog } = folder.inputs;
  return {
    asOf,
    catalog,
    audits: folder.audits(),
    files,
    bytes: 0,
    contracts: folder.contracts() ?? undefined,
  };
}
