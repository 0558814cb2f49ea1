// The desktop: folders on the disk are read as the command line reads them; others through the editor.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { createMessageConnection, PortMessageReader, PortMessageWriter } from 'vscode-jsonrpc/node';
import { inBatches } from '../../workspace/batches.ts';
import { Gate } from '../../workspace/gate.ts';
import type { StartedThread } from '../../workspace/reader/readerThread.ts';
import { readText } from '../../workspace/readText.ts';
import type { SkippedFile } from '../../workspace/skipped.ts';
import { walk } from '../../workspace/walk.ts';
import type { FolderScan, Platform, ScanCounts } from './types.ts';
import { scanVirtualFolder, skippedIn } from './virtualFiles.ts';

export const platform: Platform = {
  name: 'desktop',
  scanFolder: (scan) => (scan.folder.scheme === 'file' ? scanDisk(scan) : scanVirtualFolder(scan)),
  startReader,
  smoke: async () => (await import('../smoke/engine.ts')).engine,
};

function startReader(dist: vscode.Uri): StartedThread {
  const worker = new Worker(vscode.Uri.joinPath(dist, 'reader.cjs').fsPath);
  const connection = createMessageConnection(new PortMessageReader(worker), new PortMessageWriter(worker));
  worker.on('exit', () => connection.dispose());
  // Whoever waits for an answer learns of it by the end.
  worker.on('error', () => undefined);
  return { connection, end: () => void worker.terminate() };
}

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
