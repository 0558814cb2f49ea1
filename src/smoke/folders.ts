// Where a workspace keeps what smoke tests leave behind.
import { join } from 'node:path';
import { RECORDS } from '../workspace/recordRules.ts';

/** Folders under `.veo-audit` of a working folder. */
export interface SmokeFolders {
  readonly evidence: string;
  readonly journal: string;
  readonly videos: string;
}

export function smokeFolders(workingFolder: string): SmokeFolders {
  const root = join(workingFolder, RECORDS);
  return { evidence: join(root, 'evidence'), journal: join(root, 'journal'), videos: join(root, 'videos') };
}
