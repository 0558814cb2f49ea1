// The files of one root folder, wherever they lie: what records, facts, configurations and walks are written over. Paths
// are relative to the root, with forward slashes and none at the end. `nodeFiles` is a folder on the disk, `editorFiles` one
// of the editor's.
import type { FileKind } from './limits.ts';
import { UnreadableFileError } from './skipped.ts';

export type EntryKind = 'file' | 'folder' | 'link' | 'other';

export interface Entry {
  readonly name: string;
  readonly kind: EntryKind;
}

/** Where a path leads after all links: in the root, or out of it (null where nobody can tell to what place). */
export type Resolved = { readonly path: string } | { readonly outside: string | null };

export interface Files {
  /** Where the root lies: absolute, with a slash at the end. */
  readonly root: string;
  /** What a folder holds, in no order. @throws UnreadableFileError */
  list(folder: string): Promise<readonly Entry[]>;
  /** What has a name, a link not followed; null where nothing has. */
  kindOf(path: string): Promise<EntryKind | null>;
  /** Where a path leads; one at which nothing is, where it would lie. */
  resolve(path: string): Promise<Resolved>;
  /**
   * The bytes of a regular file, up to the limit of its kind. A link is followed wherever it leads: what others have named
   * is read by `readInside`. @throws UnreadableFileError
   */
  read(path: string, kind: FileKind): Promise<Uint8Array>;
  /** Writes a file so that nobody ever sees half of it, with the folders above it. An earlier one is replaced. */
  write(path: string, content: string | Uint8Array): Promise<void>;
}

/** The text of a UTF-8 file. @throws UnreadableFileError */
export async function textOf(files: Files, path: string, kind: FileKind): Promise<string> {
  return new TextDecoder().decode(await files.read(path, kind));
}

/** The same; null where it cannot be read, for readers that go on without it. */
export async function textIfAny(files: Files, path: string, kind: FileKind): Promise<string | null> {
  return textOf(files, path, kind).catch(() => null);
}

/**
 * The bytes of a file that somebody else may have named.
 * @throws UnreadableFileError where it lies outside of the root, after links too; otherwise as `read`
 */
export async function readInside(files: Files, path: string, kind: FileKind): Promise<Uint8Array> {
  const resolved = await files.resolve(path);
  if ('outside' in resolved) throw new UnreadableFileError('it lies outside of the workspace');
  return files.read(resolved.path, kind);
}

/** A folder's path with exactly one slash at the end. */
export function withSlash(folder: string): string {
  return folder.endsWith('/') ? folder : `${folder}/`;
}
