// Scans a folder through the editor's own file system: the web, virtual and remote workspaces.
import * as vscode from 'vscode';
import { GATE } from '../../detect/gate.ts';
import { reasonOf, type SkippedFile } from '../../workspace/skipped.ts';
import { formatOf, markOf } from '../../workspace/textFormat.ts';
import { walkFiles } from '../../workspace/walkFiles.ts';
import { editorFiles } from '../editorFiles.ts';
import type { FolderScan, ScanCounts } from './types.ts';

/** Reads every text file below a folder through `vscode.workspace.fs`. */
export async function scanVirtualFolder({
  folder,
  token,
  onFile,
  onProgress,
}: FolderScan): Promise<ScanCounts> {
  const root = editorFiles(folder);
  const skipped: SkippedFile[] = [];
  let files = 0;
  let bytes = 0;
  for await (const path of walkFiles(root, (one) => skipped.push(one))) {
    if (token.isCancellationRequested) break;
    try {
      const content = decodeFile(await root.read(path, 'remote'));
      if (content === null) continue;
      files++;
      bytes += content.bytes;
      if (GATE.test(content.text)) onFile({ uri: vscode.Uri.joinPath(folder, path), text: content.text });
      onProgress(files);
    } catch (error) {
      skipped.push({ file: path, reason: reasonOf(error) });
    }
  }
  return { files, bytes, skipped: skippedIn(folder, skipped) };
}

/** What a scan of a folder left unread, with where it lies. */
export function skippedIn(folder: vscode.Uri, skipped: readonly SkippedFile[]): ScanCounts['skipped'] {
  return skipped.map((one) => ({ ...one, uri: vscode.Uri.joinPath(folder, one.file) }));
}

/** The text of a file's bytes, without a byte order mark; null for a binary file. */
export function decodeFile(bytes: Uint8Array): { readonly text: string; readonly bytes: number } | null {
  const format = formatOf(bytes);
  if (format === null) return null;
  const body = bytes.subarray(markOf(format).length);
  return { text: new TextDecoder(format.encoding, { ignoreBOM: true }).decode(body), bytes: bytes.length };
}
