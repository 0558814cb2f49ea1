// The one way to read a whole file through the editor's file system: regular files only, each up to the limit of its kind.
import * as vscode from 'vscode';
import { FILE_LIMITS, type FileKind, tooLarge } from '../workspace/limits.ts';
import { IS_FOLDER, NOT_REGULAR, UnreadableFileError, unreadable } from '../workspace/skipped.ts';

/** The bytes of a file. A link is followed. @throws UnreadableFileError */
export async function readFileOf(uri: vscode.Uri, kind: FileKind): Promise<Uint8Array> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    // A link has two bits; one to a device or a pipe has not that of a file.
    if ((type & vscode.FileType.Directory) !== 0) throw new UnreadableFileError(IS_FOLDER);
    if ((type & vscode.FileType.File) === 0) throw new UnreadableFileError(NOT_REGULAR);
    if (size > FILE_LIMITS[kind].bytes) throw new UnreadableFileError(tooLarge(kind));
    const bytes = await vscode.workspace.fs.readFile(uri);
    // Some file systems say of every file that it is empty.
    if (bytes.length > FILE_LIMITS[kind].bytes) throw new UnreadableFileError(tooLarge(kind));
    return bytes;
  } catch (error) {
    throw unreadable(error);
  }
}

/** The text of a UTF-8 file; null where it cannot be read. */
export async function textOf(uri: vscode.Uri, kind: FileKind): Promise<string | null> {
  try {
    return new TextDecoder().decode(await readFileOf(uri, kind));
  } catch {
    return null;
  }
}
