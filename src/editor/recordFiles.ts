// Files of the folder `.veo-audit`, where smoke tests and gateway checks keep their records.
import * as vscode from 'vscode';
import { textOf } from './readFile.ts';

export const RECORDS = '.veo-audit';

export interface RecordFile {
  readonly name: string;
  readonly text: string;
}

/** The JSON files of one kind below a root folder, by name; none where there is no such folder. */
export async function jsonFilesIn(
  folder: vscode.Uri,
  kind: 'evidence' | 'gateways',
): Promise<readonly RecordFile[]> {
  const place = vscode.Uri.joinPath(folder, RECORDS, kind);
  const names = await jsonNamesIn(place);
  const limit = kind === 'evidence' ? 'evidence' : 'snapshot';
  const texts = await Promise.all(names.map((name) => textOf(vscode.Uri.joinPath(place, name), limit)));
  return names.flatMap((name, index) => {
    const text = texts[index] ?? null;
    return text === null ? [] : [{ name, text }];
  });
}

/** The names of a folder's JSON files, sorted; none where there is no such folder. */
export async function jsonNamesIn(folder: vscode.Uri): Promise<readonly string[]> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries
      .map(([name]) => name)
      .filter((name) => name.endsWith('.json'))
      .toSorted();
  } catch {
    return [];
  }
}
