// Temporary folders, and copies of workspaces that suites and walks may change.
import { rmSync } from 'node:fs';
import { cp, mkdtemp, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** A folder that is gone at the latest when this process ends. */
export interface TemporaryFolder {
  /** Absolute and without symbolic links: VS Code compares paths as text. */
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/** Makes a new folder below the system's folder for such. */
export async function temporaryFolder(name: string): Promise<TemporaryFolder> {
  const path = await realpath(await mkdtemp(join(tmpdir(), `veo-${name}-`)));
  const removeNow = (): void => rmSync(path, { recursive: true, force: true });
  process.once('exit', removeNow);
  const remove = async (): Promise<void> => {
    // An extension host that is just ending may still write a file.
    await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    process.off('exit', removeNow);
  };
  return { path, remove };
}

/**
 * Copies a workspace below a folder. Of a `.code-workspace` file the whole folder around it is copied.
 * @returns the path of the copy, to be opened
 */
export async function copyWorkspace(workspace: string, below: string): Promise<string> {
  const isFile = (await stat(workspace)).isFile();
  const source = isFile ? dirname(workspace) : workspace;
  const copy = join(below, basename(source));
  await cp(source, copy, { recursive: true });
  return isFile ? join(copy, basename(workspace)) : copy;
}
