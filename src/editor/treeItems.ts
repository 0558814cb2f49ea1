// What the items of the views share.
import * as vscode from 'vscode';

/** Opens the place that an item stands for, with its range selected. */
export const goTo = ({ uri, range }: Pick<vscode.Location, 'uri' | 'range'>): vscode.Command => ({
  title: vscode.l10n.t('Go to'),
  command: 'vscode.open',
  arguments: [uri, { selection: range }],
});

export const icon = (name: string, color?: string): vscode.ThemeIcon =>
  new vscode.ThemeIcon(name, color === undefined ? undefined : new vscode.ThemeColor(color));
