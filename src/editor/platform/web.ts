// The web: no disk, and files through the editor.
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, createMessageConnection } from 'vscode-jsonrpc/browser';
import type { StartedReader } from '../../workspace/reader/readerClient.ts';
import type { Platform } from './types.ts';
import { scanVirtualFolder } from './virtualFiles.ts';

export const platform: Platform = { name: 'web', scanFolder: scanVirtualFolder, startReader };

function startReader(dist: vscode.Uri): StartedReader {
  const worker = new Worker(vscode.Uri.joinPath(dist, 'web', 'reader.js').toString(true));
  const connection = createMessageConnection(
    new BrowserMessageReader(worker),
    new BrowserMessageWriter(worker),
  );
  const end = (): void => {
    worker.terminate();
    connection.dispose();
  };
  // A worker tells of its end only where it fails.
  worker.addEventListener('error', end);
  return { connection, end };
}
