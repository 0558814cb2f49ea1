// "Refresh Facts": reads what the sources publish today, after a list of their addresses and a yes, and lets a person accept
// row by row.

import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import { notice, plainLine } from '../../outlets/plain.ts';
import type { Answer, Refresh } from '../../refresh/refresh.ts';
import type { Difference, Reader } from '../../refresh/types.ts';
import { writeOverlay } from '../../workspace/overlayFile.ts';
import { cancellable } from '../cancellable.ts';
import type { Clock } from '../clock.ts';
import { editorFiles } from '../editorFiles.ts';
import { pickFolder } from '../pickFolder.ts';
import type { WorkspaceFacts } from '../workspaceFacts.ts';

export interface RefreshParts {
  readonly bundled: Catalog;
  readonly facts: WorkspaceFacts;
  readonly clock: Clock;
  /** What tests put in the place of the network and of a person. */
  readonly instead: RefreshInstead;
}

export interface RefreshInstead {
  fetch?: typeof globalThis.fetch;
  confirm?: (addresses: readonly string[]) => Promise<boolean>;
  choose?: (rows: readonly Difference[]) => Promise<readonly Difference[] | undefined>;
}

/** Reads the sources and writes the rows that a person accepts. */
export async function refreshFacts({ bundled, facts, clock, instead }: RefreshParts): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showInformationMessage(
      notice(vscode.l10n.t('Veo Audit: facts are refreshed in trusted workspaces only.')),
    );
    return;
  }
  const folder = await pickFolder();
  if (folder === undefined) return;
  const [{ READERS }, refreshing] = await Promise.all([
    import('../../refresh/readers/index.ts'),
    import('../../refresh/refresh.ts'),
  ]);
  if (!(await (instead.confirm ?? confirmAddresses)(READERS.map(({ url }) => url)))) return;
  const answers = await fetched(READERS, instead.fetch ?? globalThis.fetch);
  if (answers === null) return;
  await facts.ready();
  const { catalog: current, overlay: kept } = await facts.acceptedIn(folder.uri);
  const refresh = refreshing.refreshFrom(current, answers, { day: clock.today, saved: false });
  sayUnread(refresh, READERS.length);
  const rows = refresh.differences.filter(({ edit }) => edit !== null);
  if (rows.length === 0) {
    void vscode.window.showInformationMessage(notice(nothingNew(refresh)));
    return;
  }
  const chosen = await (instead.choose ?? chooseRows)(refresh.differences);
  if (chosen === undefined || chosen.length === 0) return;
  const next = refreshing.acceptRows(current.data, chosen, refresh);
  const { overlayBetween } = await import('../../refresh/overlay.ts');
  const before = kept?.listsReadOn ?? null;
  const overlay = overlayBetween(bundled.data, next, refreshing.listsReadOn(refresh, chosen) ?? before);
  if (overlay === null) return;
  await writeOverlay(editorFiles(folder.uri), overlay);
  facts.reread();
  void vscode.window.showInformationMessage(
    notice(
      vscode.l10n.t(
        'Veo Audit: {0} of {1} rows are accepted and count in {2}.',
        chosen.length,
        rows.length,
        folder.name,
      ),
    ),
  );
}

/** Names every address before one of them is read. */
async function confirmAddresses(addresses: readonly string[]): Promise<boolean> {
  const read = vscode.l10n.t('Read');
  const detail = `${addresses.join('\n')}\n\n${vscode.l10n.t('Nothing is sent to them. You choose afterwards which of their facts count here.')}`;
  const title = vscode.l10n.t('Read these addresses to refresh the facts about Veo models?');
  return (await vscode.window.showInformationMessage(title, { modal: true, detail }, read)) === read;
}

/** Null where a person cancelled. */
async function fetched(
  readers: readonly Reader[],
  fetch: typeof globalThis.fetch,
): Promise<readonly Answer[] | null> {
  const { fetchedAnswers } = await import('../../refresh/answers.ts');
  return cancellable(vscode.l10n.t('Veo Audit: reading the sources of the facts'), async (signal) => {
    const answers = await fetchedAnswers(readers, { fetch, signal });
    return signal.aborted ? null : answers;
  });
}

function sayUnread({ sources }: Refresh, all: number): void {
  const unread = sources.filter(({ state }) => state !== 'read');
  if (unread.length === 0) return;
  const sentences = unread.map(({ name, reason }) => `${name}: ${reason}`).join('; ');
  void vscode.window.showWarningMessage(
    notice(
      vscode.l10n.t('Veo Audit: {0} of {1} sources could not be read. {2}.', unread.length, all, sentences),
    ),
  );
}

const nothingNew = ({ sources }: Refresh): string =>
  sources.some(({ state }) => state === 'read')
    ? vscode.l10n.t('Veo Audit: nothing differs from the facts that count here.')
    : vscode.l10n.t('Veo Audit: no source could be read, and nothing was changed.');

interface RowItem extends vscode.QuickPickItem {
  readonly row?: Difference;
}

/** The rows without a doubt are chosen from the start; those that can only be looked at stand below, as headings. */
async function chooseRows(rows: readonly Difference[]): Promise<readonly Difference[] | undefined> {
  const { isSafe } = await import('../../refresh/difference.ts');
  const item = (row: Difference): RowItem => ({
    label: plainLine(row.what),
    description: plainLine(`${row.before} → ${row.after}`),
    detail: plainLine(
      [
        `${row.source}, ${row.day}, ${row.evidence}`,
        ...row.doubts.map((doubt) => vscode.l10n.t('doubt: {0}', doubt)),
      ].join(' · '),
    ),
    picked: isSafe(row),
    row,
  });
  const heading = (label: string): RowItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const [safe, doubted] = [rows.filter(isSafe), rows.filter((row) => row.edit !== null && !isSafe(row))];
  const toLookAt = rows.filter(({ edit }) => edit === null);
  const items: readonly RowItem[] = [
    ...safe.map(item),
    ...(doubted.length === 0 ? [] : [heading(vscode.l10n.t('look first')), ...doubted.map(item)]),
    ...toLookAt.map((row) =>
      heading(plainLine(vscode.l10n.t('only to look at: {0}: {1} → {2}', row.what, row.before, row.after))),
    ),
  ];
  const picked = await vscode.window.showQuickPick<RowItem>([...items], {
    title: vscode.l10n.t('Refresh Facts: which rows count here from now on?'),
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDetail: true,
  });
  return picked?.flatMap(({ row }) => row ?? []);
}
