// Commands behind quick fixes: suppress with a reason, turn a rule off for the whole team.
import * as vscode from 'vscode';
import { suppressionEdit } from '../../audit/suppress.ts';
import type { Suppression } from '../../audit/types.ts';
import { addDays, isDay } from '../../catalog/days.ts';
import type { Day } from '../../catalog/types.ts';
import { CONFIG_FILE } from '../../contracts/configFile.ts';
import type { AuditStore } from '../auditStore.ts';
import { openDocument, rangeOf } from '../documents.ts';
import { workspaceEdit } from '../quickFixes.ts';
import { configUri } from '../teamConfig.ts';

/** Where a suppression goes, and what it says where that need not be asked. */
export interface SuppressRequest {
  readonly uri: string;
  readonly rule: string;
  readonly offset: number;
  /** Without it, the line. */
  readonly scope?: Suppression['scope'];
  readonly reason?: string;
  readonly until?: Day | null;
}

/** Days that a suppression lasts unless the user says otherwise. */
const USUAL_DAYS = 30;

/** Asks for a reason and a last day, and writes the comment. */
export async function suppress(store: AuditStore, request: SuppressRequest, today: Day): Promise<void> {
  const uri = vscode.Uri.parse(request.uri);
  const document = openDocument(uri) ?? (await vscode.workspace.openTextDocument(uri));
  const reason = request.reason ?? (await askReason(request.rule));
  const until = request.until === undefined && reason !== undefined ? await askUntil(today) : request.until;
  if (reason === undefined || until === undefined) return;
  const resource = store.of(document);
  if (resource === undefined) return;
  const edit = suppressionEdit(resource.audit.document, request.offset, {
    rule: request.rule,
    scope: request.scope ?? 'line',
    until,
    reason,
  });
  if (edit !== null) await vscode.workspace.applyEdit(workspaceEdit(resource, [edit]));
}

async function askReason(rule: string): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Suppress {0}: why?', rule),
    prompt: vscode.l10n.t('Whoever reads this line next wants to know.'),
    validateInput: (value) => (value.trim() === '' ? vscode.l10n.t('A suppression needs a reason.') : null),
  });
}

/** Null for no end; undefined where the user gave up. */
async function askUntil(today: Day): Promise<Day | null | undefined> {
  const answer = await vscode.window.showInputBox({
    title: vscode.l10n.t('Until which day? (YYYY-MM-DD, empty for no end)'),
    value: addDays(today, USUAL_DAYS),
    validateInput: (value) =>
      value === '' || isDay(value) ? null : vscode.l10n.t('Write a day of the calendar as YYYY-MM-DD.'),
  });
  return answer === '' ? null : answer;
}

/** Which rule the team of a file's folder turns off. */
export interface TurnOffRequest {
  readonly uri: string;
  readonly rule: string;
}

/** Sets the rule to `off` in the folder's veo-audit.yaml, which is created where there is none, and shows the line. */
export async function turnOff({ uri, rule }: TurnOffRequest): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(uri));
  if (folder === undefined) return;
  const config = configUri(folder);
  const document = await openIfThere(config);
  const { ruleLevelEdit } = await import('../../config/ruleLevel.ts');
  const change = ruleLevelEdit(document?.getText() ?? '', rule, 'off');
  if (change === null)
    throw new Error(
      vscode.l10n.t(
        '{0} has errors or turns {1} off already. Look at the file, then try again.',
        CONFIG_FILE,
        rule,
      ),
    );
  const edit = new vscode.WorkspaceEdit();
  if (document === undefined) edit.createFile(config, { contents: new TextEncoder().encode(change.newText) });
  else edit.replace(config, rangeOf(document, change), change.newText);
  await vscode.workspace.applyEdit(edit);
  const shown = await vscode.window.showTextDocument(config);
  const line = shown.document.positionAt(shown.document.getText().indexOf(`${rule}:`));
  shown.revealRange(new vscode.Range(line, line), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function openIfThere(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}
