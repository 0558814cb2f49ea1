// Files of the folder `.veo-audit`, where smoke tests and gateway checks keep their records.
import * as vscode from 'vscode';
import { RECORD_RULES, RECORDS } from '../workspace/recordRules.ts';
import { textOf } from './readFile.ts';

type RecordKind = 'evidence' | 'gateways' | 'probes' | 'catalog';

export interface RecordFile {
  readonly name: string;
  readonly text: string;
}

/** The JSON files of one kind below a root folder, by name; none where there is no such folder. */
export async function jsonFilesIn(root: vscode.Uri, kind: RecordKind): Promise<readonly RecordFile[]> {
  const uris = await jsonUrisIn(root, kind);
  const limit = kind === 'evidence' || kind === 'probes' ? 'evidence' : 'snapshot';
  const texts = await Promise.all(uris.map((uri) => textOf(uri, limit)));
  return uris.flatMap((uri, index) => {
    const text = texts[index] ?? null;
    return text === null ? [] : [{ name: nameOf(uri), text }];
  });
}

/** The JSON files of one kind, sorted by name; none where there is no such folder. Links are left out. */
export async function jsonUrisIn(root: vscode.Uri, kind: RecordKind): Promise<readonly vscode.Uri[]> {
  const folder = vscode.Uri.joinPath(root, RECORDS, kind);
  try {
    if (await hasLink(root, kind)) return [];
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries
      .flatMap(([name, type]) => (type === vscode.FileType.File && name.endsWith('.json') ? [name] : []))
      .toSorted()
      .map((name) => vscode.Uri.joinPath(folder, name));
  } catch {
    return [];
  }
}

/** Writes a record so that nobody ever sees half of it. `name` is one that this program makes. */
export async function writeRecord(
  root: vscode.Uri,
  kind: RecordKind,
  name: string,
  text: string,
): Promise<void> {
  if (await hasLink(root, kind))
    throw new Error(
      vscode.l10n.t(
        '{0} or a folder in it is a link, which may lead out of the workspace: remove it',
        RECORDS,
      ),
    );
  for (const rule of RECORD_RULES)
    await writeIfAbsent(vscode.Uri.joinPath(root, RECORDS, rule.name), rule.text);
  const uri = vscode.Uri.joinPath(root, RECORDS, kind, name);
  const temporary = uri.with({ path: `${uri.path}.${crypto.randomUUID()}.tmp` });
  await vscode.workspace.fs.writeFile(temporary, new TextEncoder().encode(text));
  await vscode.workspace.fs.rename(temporary, uri, { overwrite: true });
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** Whether a link stands in the way to a kind of records: where it leads, an editor cannot tell. */
async function hasLink(root: vscode.Uri, kind: RecordKind): Promise<boolean> {
  const own = vscode.Uri.joinPath(root, RECORDS);
  const types = await Promise.all([own, vscode.Uri.joinPath(own, kind)].map(typeOf));
  return types.some((type) => (type & vscode.FileType.SymbolicLink) !== 0);
}

async function writeIfAbsent(uri: vscode.Uri, text: string): Promise<void> {
  if ((await typeOf(uri)) === vscode.FileType.Unknown)
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** `Unknown` where nothing is. */
async function typeOf(uri: vscode.Uri): Promise<vscode.FileType> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type;
  } catch {
    return vscode.FileType.Unknown;
  }
}
