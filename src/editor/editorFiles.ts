// Files of a folder through the editor's own file system: on the disk, remote, or in a browser.
import * as vscode from 'vscode';
import { type EntryKind, type Files, type Resolved, withSlash } from '../workspace/files.ts';
import { unreadable } from '../workspace/skipped.ts';
import { readFileOf } from './readFile.ts';

/** The files of a root folder. */
export function editorFiles(root: vscode.Uri): Files {
  const at = (path: string): vscode.Uri => vscode.Uri.joinPath(root, path);
  return {
    root: withSlash(root.path),
    list: async (folder) => {
      const entries = await entriesOf(at(folder));
      return entries.map(([name, type]) => ({ name, kind: kindFrom(type) }));
    },
    kindOf: (path) => kindAt(at(path)),
    resolve: (path) => resolveIn(root, at(path)),
    read: (path, kind) => readFileOf(at(path), kind),
    write: (path, content) => writeWhole(at(path), content),
  };
}

async function entriesOf(uri: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(uri);
  } catch (error) {
    throw unreadable(error);
  }
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
