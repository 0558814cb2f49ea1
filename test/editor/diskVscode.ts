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

async function answered<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
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
    stat: ({ path }: Uri) => answered(() => statOf(path)),
    readDirectory: ({ path }: Uri) =>
      answered(async () => {
        const names = await readdir(path);
        return Promise.all(
          names.map(async (name) => [name, (await statOf(posix.join(path, name))).type] as const),
        );
      }),
    readFile: ({ path }: Uri) => answered(async () => new Uint8Array(await readFile(path))),
    writeFile: ({ path }: Uri, bytes: Uint8Array) =>
      answered(async () => {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, bytes);
      }),
    rename: (from: Uri, to: Uri, { overwrite }: { readonly overwrite: boolean }) =>
      answered(async () => {
        if (!overwrite && statSync(to.path, { throwIfNoEntry: false }) !== undefined)
          throw Object.assign(new Error(), { code: 'EEXIST' });
        await rename(from.path, to.path);
      }),
    delete: ({ path }: Uri) => answered(() => rm(path)),
  },
};
