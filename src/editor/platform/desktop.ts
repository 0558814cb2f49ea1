// The desktop: folders on the disk are read as the command line reads them; others through the editor.
import { setImmediate as nextTurn } from 'node:timers/promises';
import * as vscode from 'vscode';
import { inBatches } from '../../workspace/batches.ts';
import { Gate } from '../../workspace/gate.ts';
import { startReaderProcess } from '../../workspace/reader/readerProcess.ts';
import { readText } from '../../workspace/readText.ts';
import type { SkippedFile } from '../../workspace/skipped.ts';
import { walk } from '../../workspace/walk.ts';
import type { FolderScan, Platform, ScanCounts } from './types.ts';
import { scanVirtualFolder, skippedIn } from './virtualFiles.ts';

export const platform: Platform = {
  name: 'desktop',
  scanFolder: (scan) => (scan.folder.scheme === 'file' ? scanDisk(scan) : scanVirtualFolder(scan)),
  startReader: (dist) => startReaderProcess(vscode.Uri.joinPath(dist, 'reader.cjs').fsPath),
  smoke: async () => (await import('../smoke/engine.ts')).engine,
};

/** Batch by batch, with a turn for everything else in between. */
async function scanDisk({ folder, token, onFile, onProgress }: FolderScan): Promise<ScanCounts> {
  const workingFolder = folder.fsPath;
  const skipped: SkippedFile[] = [];
  const gate = new Gate(workingFolder);
  let files = 0;
  let bytes = 0;
  let looked = 0;
  const folders = walk(['.'], { workingFolder, noIgnore: false }, (file) => skipped.push(file));
  for (const { batch, files: inBatch } of inBatches(folders)) {
    if (token.isCancellationRequested) break;
    const result = gate.lookAt(batch);
    files += result.files;
    bytes += result.bytes;
    skipped.push(...result.skipped);
    for (const hit of result.hits) {
      const uri = vscode.Uri.joinPath(folder, hit);
      const read = readText(uri.fsPath);
      if (read.kind === 'skipped') skipped.push({ file: hit, reason: read.reason });
      if (read.kind !== 'text') continue;
      files++;
      bytes += read.bytes;
      onFile({ uri, text: read.content.text });
    }
    looked += inBatch;
    onProgress(looked);
    await nextTurn();
  }
  return { files, bytes, skipped: skippedIn(folder, skipped) };
}
