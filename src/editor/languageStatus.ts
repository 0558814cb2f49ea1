// The language status: says that a scan is under way when it lasts.
import * as vscode from 'vscode';
import { ANY_DOCUMENT } from './documents.ts';
import type { WorkspaceScan } from './workspaceScan.ts';

/** Milliseconds before a scan is worth a word. */
const PATIENCE = 1000;

/** Shows the item while a scan runs. */
export function showLanguageStatus(scan: WorkspaceScan): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let item: vscode.LanguageStatusItem | undefined;
  const hide = (): void => {
    clearTimeout(timer);
    item?.dispose();
    item = undefined;
  };
  const show = (): void => {
    item = vscode.languages.createLanguageStatusItem('veoAudit.scan', ANY_DOCUMENT);
    item.name = 'Veo Audit';
    item.text = vscode.l10n.t('Scanning the workspace for Veo routes');
    item.busy = true;
    item.command = { title: vscode.l10n.t('Show Output'), command: 'veoAudit.showOutput' };
  };
  const listener = scan.onDidChangeStatus((running) => {
    hide();
    if (running) timer = setTimeout(show, PATIENCE);
  });
  return vscode.Disposable.from(listener, { dispose: hide });
}
