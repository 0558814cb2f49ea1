// Files of a folder on the disk. Reading is synchronous, as everywhere on the disk: these files are few and small, and a
// descriptor is the only way to be sure of what is read.
import { randomBytes } from 'node:crypto';
import { type Dirent, lstatSync, type Stats } from 'node:fs';
import { mkdir, open, readdir, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type EntryKind, type Files, type Resolved, withSlash } from './files.ts';
import { readRegularFile } from './readRegularFile.ts';
import { isMissing, reading } from './skipped.ts';

/** The files of a folder. Paths may be absolute where a person has named them. */
export function nodeFiles(root: string): Files {
  const at = (path: string): string => resolve(root, path);
  return {
    root: withSlash(resolve(root).replaceAll('\\', '/')),
    list: async (folder) => {
      const entries = await reading(() => readdir(at(folder), { withFileTypes: true }));
      return entries.map((entry) => ({ name: entry.name, kind: kindFrom(entry) }));
    },
    kindOf: async (path) => kindAt(at(path)),
    resolve: (path) => resolveIn(root, at(path)),
    read: (path, kind) => reading(() => readRegularFile(at(path), kind)),
    write: (path, content) => writeWhole(at(path), content),
  };
}

/** Whether something that is no file of its own, such as a link, has a name. */
export function isForeign(path: string): boolean {
  return (kindAt(path) ?? 'file') !== 'file';
}

function kindAt(path: string): EntryKind | null {
  try {
    return kindFrom(lstatSync(path));
  } catch {
    return null;
  }
}

function kindFrom(entry: Dirent | Stats): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

async function resolveIn(root: string, path: string): Promise<Resolved> {
  const home = await realpath(root);
  const real = await realPathOf(path);
  if (real === null) return { outside: null };
  const isInside = real === home || real.startsWith(home.endsWith(sep) ? home : home + sep);
  return isInside ? { path: relative(home, real).replaceAll('\\', '/') } : { outside: real };
}

/** Null where a link leads to nothing. */
async function realPathOf(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch (error) {
    if (!isMissing(error)) throw error;
    const kind = kindAt(path);
    if (kind === 'link') return null;
    // Somebody else has made it since: two runs may begin at once.
    if (kind !== null) return realPathOf(path);
    const above = await realPathOf(dirname(path));
    return above === null ? null : join(above, basename(path));
  }
}

async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
}
