// What `editorFiles` needs of the module `vscode`, over the disk, with the answers that VS Code's own provider gives:
// `stat` follows links and marks them by a bit of their own, and errors say their code.
import { type Stats, statSync } from 'node:fs';
import { lstat, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, posix } from 'node:path';

export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 } as const;

export class FileSystemError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** A file URI: its path alone. */
export class Uri {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static file(path: string): Uri {
    return new Uri(path);
  }

  static joinPath({ path }: Uri, ...parts: readonly string[]): Uri {
    return new Uri(posix.join(path, ...parts));
  }

  with({ path }: { readonly path: string }): Uri {
    return new Uri(path);
  }
}

const CODES: Readonly<Record<string, string>> = {
  ENOENT: 'FileNotFound',
  ENOTDIR: 'FileNotADirectory',
  EISDIR: 'FileIsADirectory',
  EEXIST: 'FileExists',
  EACCES: 'NoPermissions',
  EPERM: 'NoPermissions',
};

/** File systems that are no disk know no folder by a path with a slash at the end. */
async function answered<T>({ path }: Uri, work: (path: string) => Promise<T>): Promise<T> {
  if (path !== '/' && path.endsWith('/')) throw new FileSystemError('FileNotFound');
  try {
    return await work(path);
  } catch (error) {
    throw new FileSystemError(CODES[(error as NodeJS.ErrnoException).code ?? ''] ?? 'Unknown');
  }
}

function typeOf(target: Stats | null): number {
  if (target?.isFile()) return FileType.File;
  return target?.isDirectory() ? FileType.Directory : FileType.Unknown;
}

async function statOf(path: string) {
  const own = await lstat(path);
  if (!own.isSymbolicLink()) return { type: typeOf(own), size: own.size, ctime: 0, mtime: 0 };
  const target = await stat(path).catch(() => null);
  return { type: typeOf(target) | FileType.SymbolicLink, size: (target ?? own).size, ctime: 0, mtime: 0 };
}

export const workspace = {
  fs: {
    stat: (uri: Uri) => answered(uri, statOf),
    readDirectory: (uri: Uri) =>
      answered(uri, async (path) => {
        const names = await readdir(path);
        return Promise.all(
          names.map(async (name) => [name, (await statOf(posix.join(path, name))).type] as const),
        );
      }),
    readFile: (uri: Uri) => answered(uri, async (path) => new Uint8Array(await readFile(path))),
    writeFile: (uri: Uri, bytes: Uint8Array) =>
      answered(uri, async (path) => {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, bytes);
      }),
    rename: (from: Uri, to: Uri, { overwrite }: { readonly overwrite: boolean }) =>
      answered(from, async (path) => {
        if (!overwrite && statSync(to.path, { throwIfNoEntry: false }) !== undefined)
          throw Object.assign(new Error(), { code: 'EEXIST' });
        await rename(path, to.path);
      }),
    delete: (uri: Uri) => answered(uri, (path) => rm(path)),
  },
};
