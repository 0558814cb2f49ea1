// Tells when something in the folders of records may have come, changed or gone.

import * as vscode from 'vscode';
import { RECORDS } from '../workspace/recordRules.ts';
import { atMost } from './atMost.ts';
import { watchFiles } from './watchFiles.ts';

/** The folders too: of a file in a folder that is made with it, some file systems tell nothing. */
const PATTERN = `**/{${RECORDS},${RECORDS}/**}`;

/** Milliseconds to a second look: of a file that comes and goes within a moment, file systems tell nothing. */
const LATER = 1500;

/** Calls `look` soon after each change, and once more a little later. */
export function followRecords(look: () => void): vscode.Disposable {
  const happened = new vscode.EventEmitter<void>();
  let later: ReturnType<typeof setTimeout> | undefined;
  return vscode.Disposable.from(
    watchFiles(PATTERN, () => happened.fire()),
    atMost(happened.event, () => {
      look();
      clearTimeout(later);
      later = setTimeout(look, LATER);
    }),
    happened,
    { dispose: () => clearTimeout(later) },
  );
}
