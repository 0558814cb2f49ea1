// Files of a folder through the editor's own file system, on the disk, remote, or in a browser: the one way to read there.
import * as vscode from 'vscode';
import { type EntryKind, type Files, type Resolved, withSlash } from '../workspace/files.ts';
import { FILE_LIMITS, type FileKind, tooLarge } from '../workspace/limits.ts';
import { IS_FOLDER, NOT_REGULAR, reading, UnreadableFileError } from '../workspace/skipped.ts';

/** The files of a folder. A single file is the root itself: its path is empty. */
export function editorFiles(root: vscode.Uri): Files {
  const at = (path: string): vscode.Uri => vscode.Uri.joinPath(root, path);
  return {
    root: withSlash(root.path),
    list: async (folder) => {
      const entries = await reading(() => vscode.workspace.fs.readDirectory(at(folder)));
      return entries.map(([name, type]) => ({ name, kind: kindFrom(type) }));
    },
    kindOf: (path) => kindAt(at(path)),
    resolve: (path) => resolveIn(root, at(path)),
    read: (path, kind) => reading(() => bytesOf(at(path), kind)),
    write: (path, content) => writeWhole(at(path), content),
  };
}

async function kindAt(uri: vscode.Uri): Promise<EntryKind | null> {
  try {
    return kindFrom((await vscode.workspace.fs.stat(uri)).type);
  } catch {
    return null;
  }
}

/** A link has two bits: its own, and that of what it leads to. */
function kindFrom(type: vscode.FileType): EntryKind {
  if ((type & vscode.FileType.SymbolicLink) !== 0) return 'link';
  if (type === vscode.FileType.File) return 'file';
  return type === vscode.FileType.Directory ? 'folder' : 'other';
}

async function bytesOf(uri: vscode.Uri, kind: FileKind): Promise<Uint8Array> {
  const { type, size } = await vscode.workspace.fs.stat(uri);
  // A link to a device or a pipe has not the bit of a file.
  if ((type & vscode.FileType.Directory) !== 0) throw new UnreadableFileError(IS_FOLDER);
  if ((type & vscode.FileType.File) === 0) throw new UnreadableFileError(NOT_REGULAR);
  if (size > FILE_LIMITS[kind].bytes) throw new UnreadableFileError(tooLarge(kind));
  const bytes = await vscode.workspace.fs.readFile(uri);
  // Some file systems say of every file that it is empty.
  if (bytes.length > FILE_LIMITS[kind].bytes) throw new UnreadableFileError(tooLarge(kind));
  return bytes;
}

/** Where a link leads, an editor cannot tell: none may stand on the way. */
async function resolveIn(root: vscode.Uri, uri: vscode.Uri): Promise<Resolved> {
  const below = pathBelow(root, uri);
  if (below === null) return { outside: null };
  const names = below.split('/');
  const onTheWay = names.map((_, index) => vscode.Uri.joinPath(root, ...names.slice(0, index + 1)));
  const kinds = await Promise.all(onTheWay.map(kindAt));
  return kinds.includes('link') ? { outside: null } : { path: below };
}

/** The path of a file below a folder; null where it lies elsewhere. */
export function pathBelow(folder: vscode.Uri, uri: vscode.Uri): string | null {
  const root = withSlash(folder.path);
  return uri.path.startsWith(root) ? uri.path.slice(root.length) : null;
}

async function writeWhole(uri: vscode.Uri, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const temporary = uri.with({ path: `${uri.path}.${crypto.randomUUID()}.tmp` });
  try {
    await vscode.workspace.fs.writeFile(temporary, bytes);
    await vscode.workspace.fs.rename(temporary, uri, { overwrite: true });
  } catch (error) {
    await vscode.workspace.fs.delete(temporary).then(undefined, () => undefined);
    throw error;
  }
}
