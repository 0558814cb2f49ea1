// The output channel. What goes wrong is told here, never in pop-ups that nobody asked for.
import * as vscode from 'vscode';

export type Log = vscode.LogOutputChannel;

/** Opens the channel "Veo Audit". */
export function openLog(): Log {
  return vscode.window.createOutputChannel('Veo Audit', { log: true });
}
