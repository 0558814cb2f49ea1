// Walks a folder through the editor's own file system: the web, virtual and remote workspaces.
import * as vscode from 'vscode';
import { GATE } from '../../detect/gate.ts';
import {
  type IgnoreRules,
  inOrder,
  isIgnored,
  type Matcher,
  matcherOf,
  RULE_FILES,
  type RuleFile,
} from '../../workspace/ignoreMatching.ts';
import { UnreadableFileError } from '../../workspace/skipped.ts';
import { formatOf, markOf } from '../../workspace/textFormat.ts';
import { readFileOf, textOf } from '../readFile.ts';
import type { FolderScan, ScanCounts } from './types.ts';

interface Folder {
  readonly uri: vscode.Uri;
  /** Absolute, with a slash at the end. */
  readonly path: string;
  readonly rules: IgnoreRules;
}

/** Reads every text file below a folder through `vscode.workspace.fs`. */
export async function scanVirtualFolder({
  folder,
  token,
  onFile,
  onProgress,
}: FolderScan): Promise<ScanCounts> {
  const stack: Folder[] = [{ uri: folder, path: withSlash(folder.path), rules: [] }];
  const skipped: { file: string; reason: string; uri: vscode.Uri }[] = [];
  let files = 0;
  let bytes = 0;
  for (let next = stack.pop(); next !== undefined && !token.isCancellationRequested; next = stack.pop()) {
    const { subfolders, names, rules } = await list(next);
    stack.push(
      ...subfolders.map(
        (name): Folder => ({ uri: vscode.Uri.joinPath(next.uri, name), path: `${next.path}${name}/`, rules }),
      ),
    );
    for (const name of names) {
      if (token.isCancellationRequested) break;
      const uri = vscode.Uri.joinPath(next.uri, name);
      const content = await read(uri, skipped);
      if (content === null) continue;
      files++;
      bytes += content.bytes;
      if (GATE.test(content.text)) onFile({ uri, text: content.text });
      onProgress(files);
    }
  }
  return { files, bytes, skipped };
}

async function list(folder: Folder) {
  const entries = await entriesOf(folder.uri);
  const kinds = RULE_FILES.filter((kind) => entries.some(([name]) => name === kind));
  const own = await ownRules(folder.uri, folder.path, kinds);
  const rules = inOrder([...own, ...folder.rules]);
  const isRead = ([name, type]: readonly [string, vscode.FileType]) =>
    name !== '.git' &&
    !(name === 'node_modules' && type === vscode.FileType.Directory) &&
    !isIgnored(rules, `${folder.path}${name}`, type === vscode.FileType.Directory);
  const kept = entries.filter(isRead).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    rules,
    subfolders: kept.filter(([, type]) => type === vscode.FileType.Directory).map(([name]) => name),
    names: kept.filter(([, type]) => type === vscode.FileType.File).map(([name]) => name),
  };
}

/** Answers for single files whether a scan of their folder would read them; remembers the ignore files it has read. */
export class ScannedFiles {
  readonly #rules = new Map<string, Promise<IgnoreRules>>();

  async has(uri: vscode.Uri): Promise<boolean> {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
    if (folder === undefined) return false;
    const root = withSlash(folder.path);
    const names = uri.path.slice(root.length).split('/');
    let above = root;
    for (const [index, name] of names.entries()) {
      const isFolder = index < names.length - 1;
      const rules = await this.#rulesIn(above, folder);
      if (name === '.git' || (name === 'node_modules' && isFolder)) return false;
      if (isIgnored(rules, `${above}${name}`, isFolder)) return false;
      above += `${name}/`;
    }
    return isFile(uri);
  }

  /** The rules inside `path` (with a slash at the end), those of the folders above it included. */
  #rulesIn(path: string, root: vscode.Uri): Promise<IgnoreRules> {
    const known = this.#rules.get(path);
    if (known !== undefined) return known;
    const above = path === withSlash(root.path) ? null : path.replace(/(?<![^/])[^/]+\/$/, '');
    const rules = (async () => {
      const outer = above === null ? [] : await this.#rulesIn(above, root);
      return inOrder([...(await ownRules(root.with({ path }), path, RULE_FILES)), ...outer]);
    })();
    this.#rules.set(path, rules);
    return rules;
  }
}

export async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return (await vscode.workspace.fs.stat(uri)).type === vscode.FileType.File;
  } catch {
    return false;
  }
}

const withSlash = (path: string): string => `${path.replace(/\/$/, '')}/`;

/** The rules of the ignore files in one folder. */
function ownRules(folder: vscode.Uri, base: string, kinds: readonly RuleFile[]): Promise<Matcher[]> {
  return Promise.all(
    kinds.map(async (kind) => ({
      kind,
      base,
      rules: matcherOf(
        ((await textOf(vscode.Uri.joinPath(folder, kind), 'ignoreRules')) ?? '').split(/\r?\n/),
      ),
    })),
  );
}

async function entriesOf(uri: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(uri);
  } catch {
    // A folder that vanished while its parent was read has nothing to say.
    return [];
  }
}

/** The text of a file; null for a binary one, or one that cannot be read (then `skipped` says why). */
async function read(uri: vscode.Uri, skipped: { file: string; reason: string; uri: vscode.Uri }[]) {
  try {
    return decodeFile(await readFileOf(uri, 'remote'));
  } catch (error) {
    const reason = error instanceof UnreadableFileError ? error.message : 'it could not be read';
    skipped.push({ file: uri.path, reason, uri });
    return null;
  }
}

/** The text of a file's bytes, without a byte order mark; null for a binary file. */
export function decodeFile(bytes: Uint8Array): { readonly text: string; readonly bytes: number } | null {
  const format = formatOf(bytes);
  if (format === null) return null;
  const body = bytes.subarray(markOf(format).length);
  return { text: new TextDecoder(format.encoding, { ignoreBOM: true }).decode(body), bytes: bytes.length };
}
