// The command behind an item of a view that stands for a place.
import * as vscode from 'vscode';

/** Opens the place with its range selected. */
export const goTo = ({ uri, range }: Pick<vscode.Location, 'uri' | 'range'>): vscode.Command => ({
  title: vscode.l10n.t('Go to'),
  command: 'vscode.open',
  arguments: [uri, { selection: range }],
});
