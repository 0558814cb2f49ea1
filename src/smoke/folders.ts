// Where a workspace on the disk keeps what smoke tests leave behind.
import { join } from 'node:path';
import type { Files } from '../workspace/files.ts';
import { nodeFiles } from '../workspace/nodeFiles.ts';
import { recordFolder } from '../workspace/records.ts';

export interface SmokeFolders {
  readonly workspace: string;
  /** The files of the workspace: evidence and videos are records. */
  readonly files: Files;
  /** The folder of journals and locks, which need more of a disk than records do. */
  readonly journal: string;
}

export function smokeFolders(workspace: string): SmokeFolders {
  return { workspace, files: nodeFiles(workspace), journal: join(workspace, recordFolder('journal')) };
}
