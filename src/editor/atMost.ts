// Slows listeners down to what eyes can follow: a scan of many files changes the store once a file.
import * as vscode from 'vscode';

/** Milliseconds between two looks. */
const PAUSE = 100;

/** Calls `look` soon after events, however many, but at most every 100 milliseconds. */
export function atMost(event: vscode.Event<unknown>, look: () => void): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listener = event(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      look();
    }, PAUSE);
  });
  return vscode.Disposable.from(listener, { dispose: () => clearTimeout(timer) });
}
