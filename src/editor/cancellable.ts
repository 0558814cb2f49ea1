// Work behind a notification that a person can cancel.
import * as vscode from 'vscode';

type Progress = vscode.Progress<{ readonly message?: string }>;

/** Does the work; its signal is aborted when a person cancels. */
export function cancellable<T>(
  title: string,
  work: (signal: AbortSignal, progress: Progress) => Promise<T>,
): Thenable<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    const controller = new AbortController();
    const stop = token.onCancellationRequested(() => controller.abort());
    try {
      return await work(controller.signal, progress);
    } finally {
      stop.dispose();
    }
  });
}
