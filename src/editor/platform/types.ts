// What the desktop and the web do differently.
import type * as vscode from 'vscode';
import type { StartedReader } from '../../workspace/reader/readerClient.ts';
import type { SmokeEngine } from '../smoke/types.ts';

/** A text file that holds the letters `veo`. */
export interface FoundFile {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** What a scan read. */
export interface ScanCounts {
  readonly files: number;
  readonly bytes: number;
  readonly skipped: readonly { readonly file: string; readonly reason: string; readonly uri: vscode.Uri }[];
}

export interface FolderScan {
  readonly folder: vscode.Uri;
  readonly token: vscode.CancellationToken;
  readonly onFile: (file: FoundFile) => void;
  readonly onProgress: (looked: number) => void;
}

export interface Platform {
  readonly name: 'desktop' | 'web';
  /** Reads every text file below a folder, as `veo-audit audit` does. Leaves the event loop free in between. */
  scanFolder(scan: FolderScan): Promise<ScanCounts>;
  /** Starts what reads requests; `dist` is the folder of the bundles. */
  startReader(dist: vscode.Uri): StartedReader;
  /** Loads the runner of smoke tests; absent where nothing can be sent from. */
  readonly smoke?: () => Promise<SmokeEngine>;
}
