// Where a workspace keeps what smoke tests leave behind.
import { join } from 'node:path';

/** Folders under `.veo-audit` of a working folder. */
export interface SmokeFolders {
  readonly evidence: string;
  readonly journal: string;
  readonly videos: string;
}

export function smokeFolders(workingFolder: string): SmokeFolders {
  const root = join(workingFolder, '.veo-audit');
  return { evidence: join(root, 'evidence'), journal: join(root, 'journal'), videos: join(root, 'videos') };
}
