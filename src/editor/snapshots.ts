// The snapshots of gateways' catalogs in a root folder, over the editor's own file system.
import * as vscode from 'vscode';
import type { SnapshotStore } from '../gateway/world.ts';
import { RECORDS } from '../workspace/recordRules.ts';
import { textOf } from './readFile.ts';
import { jsonFilesIn, writeRecord } from './recordFiles.ts';

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
      const name = `${snapshot.gateway}-${snapshot.day}.json`;
      await writeRecord(folder, 'gateways', name, `${JSON.stringify(snapshot, null, 2)}\n`);
      return `${RECORDS}/gateways/${name}`;
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
