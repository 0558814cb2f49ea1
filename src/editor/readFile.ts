// The one way to read a whole file through the editor's file system: regular files only, each up to the limit of its kind.
import * as vscode from 'vscode';
import { FILE_LIMITS, type FileKind, tooLarge } from '../workspace/limits.ts';
import { NOT_REGULAR, UnreadableFileError } from '../workspace/skipped.ts';

/** The bytes of a file. @throws UnreadableFileError with a clause, otherwise the file system's own error */
export async function readFileOf(uri: vscode.Uri, kind: FileKind): Promise<Uint8Array> {
  const { type, size } = await vscode.workspace.fs.stat(uri);
  // A link has two bits; one to a device or a pipe has not that of a file.
  if ((type & vscode.FileType.File) === 0) throw new UnreadableFileError(NOT_REGULAR);
  if (size > FILE_LIMITS[kind].bytes) throw new UnreadableFileError(tooLarge(kind));
  return vscode.workspace.fs.readFile(uri);
}

/** The text of a UTF-8 file; null where it cannot be read. */
export async function textOf(uri: vscode.Uri, kind: FileKind): Promise<string | null> {
  try {
    return new TextDecoder().decode(await readFileOf(uri, kind));
  } catch {
    return null;
  }
}
