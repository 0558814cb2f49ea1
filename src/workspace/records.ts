// The folder `.veo-audit`, where runs and snapshots keep their records.
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';

const ROOT = '.veo-audit';

/**
 * Makes a folder for records. Records quote model IDs of others: where it lies in `.veo-audit`, searches and audits of
 * the workspace are told to leave it out. Git still keeps it.
 */
export async function makeRecordFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const parts = resolve(folder).split(sep);
  const at = parts.lastIndexOf(ROOT);
  if (at < 0) return;
  const ignoreFile = join(parts.slice(0, at + 1).join(sep) || sep, '.ignore');
  await writeFile(ignoreFile, '*\n', { flag: 'wx' }).catch(() => undefined);
}
