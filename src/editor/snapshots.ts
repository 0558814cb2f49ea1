// The snapshots of gateways' catalogs in a root folder, over the editor's own file system.
import * as vscode from 'vscode';
import type { SnapshotStore } from '../gateway/world.ts';
import { textOf } from './readFile.ts';
import { jsonFilesIn, RECORDS } from './recordFiles.ts';

/** The snapshots of a root folder. What reads them is loaded when they are first asked for. */
export function snapshotStore(folder: vscode.Uri): SnapshotStore {
  return {
    list: async (gateway, settings) => {
      const { isSnapshotName, snapshotsIn } = await import('../gateway/kept.ts');
      const files = await jsonFilesIn(folder, 'gateways');
      const dated = files.filter(({ name }) => isSnapshotName(name, gateway));
      const named = settings.catalog === undefined ? null : await fileWithin(folder, settings.catalog);
      const all = [
        ...dated.map(({ name, text }) => ({ path: name, text })),
        ...(named === null ? [] : [named]),
      ];
      return snapshotsIn(all, gateway, settings);
    },
    save: async (snapshot) => {
      const path = `${RECORDS}/gateways/${snapshot.gateway}-${snapshot.day}.json`;
      await leaveOutOfSearches(folder);
      await writeWhole(vscode.Uri.joinPath(folder, path), `${JSON.stringify(snapshot, null, 2)}\n`);
      return path;
    },
  };
}

/** A configuration may name files of its own folder only. */
async function fileWithin(folder: vscode.Uri, path: string): Promise<{ path: string; text: string } | null> {
  const uri = vscode.Uri.joinPath(folder, path);
  if (!uri.path.startsWith(`${folder.path}/`)) return null;
  const text = await textOf(uri, 'snapshot');
  return text === null ? null : { path, text };
}

/** Records quote model IDs of others: searches and audits of the workspace are told to leave them out. */
async function leaveOutOfSearches(folder: vscode.Uri): Promise<void> {
  const uri = vscode.Uri.joinPath(folder, RECORDS, '.ignore');
  if ((await textOf(uri, 'ignoreRules')) === null)
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('*\n'));
}

/** Writes a file so that nobody ever sees half of it. */
async function writeWhole(uri: vscode.Uri, text: string): Promise<void> {
  const temporary = uri.with({ path: `${uri.path}.${crypto.randomUUID()}.tmp` });
  await vscode.workspace.fs.writeFile(temporary, new TextEncoder().encode(text));
  await vscode.workspace.fs.rename(temporary, uri, { overwrite: true });
}
