// Where the command line remembers what it read, and under which build: outside of every repository, so that none can
// bring a cache of its own.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';

export interface CachePlace {
  /** The file of this folder's cache. */
  readonly file: string;
  /** Names the program by its code: another build reads everything anew. */
  readonly build: string;
}

/** The place of a folder's cache in the user's own cache folder; `bundle` is the file of the program. */
export function cachePlace(workingFolder: string, bundle: URL): CachePlace {
  const folder = envPaths('veo-route-audit', { suffix: '' }).cache;
  const name = createHash('sha1').update(workingFolder).digest('hex').slice(0, 20);
  return { file: join(folder, `${name}.bin`), build: hashOf(bundle) };
}

/** The names of all other parts of the program, and with them their content, stand in this file. */
const hashOf = (bundle: URL): string => createHash('sha1').update(readFileSync(bundle)).digest('hex');
