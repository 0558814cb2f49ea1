// A web extension for the tests: a virtual workspace `veo-fixture:/…`, filled from the static server, changeable in memory.
import * as vscode from 'vscode';

/** Where the files are listed: a JSON array of `[path, base64]` pairs. */
const LISTING = 'fixture-files.json';

type Listing = readonly (readonly [string, string])[];

/** Registers the file system; every folder and file is in memory before this resolves. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const answer = await fetch(vscode.Uri.joinPath(context.extensionUri, LISTING).toString(true));
  const files = new MemoryFiles((await answer.json()) as Listing);
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('veo-fixture', files));
}

class MemoryFiles implements vscode.FileSystemProvider {
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  private readonly files = new Map<string, Uint8Array>();
  private readonly folders = new Set<string>(['/']);

  constructor(listing: Listing) {
    for (const [path, content] of listing) {
      this.put(
        path,
        Uint8Array.from(atob(content), (char) => char.charCodeAt(0)),
      );
    }
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const content = this.files.get(uri.path);
    if (content !== undefined)
      return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: content.length };
    if (this.folders.has(uri.path)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    if (!this.folders.has(uri.path)) throw vscode.FileSystemError.FileNotFound(uri);
    const names = (paths: Iterable<string>, type: vscode.FileType): [string, vscode.FileType][] =>
      [...paths]
        .filter((path) => path !== '/' && parentOf(path) === uri.path)
        .map((path) => [nameOf(path), type]);
    return [
      ...names(this.folders, vscode.FileType.Directory),
      ...names(this.files.keys(), vscode.FileType.File),
    ];
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const content = this.files.get(uri.path);
    if (content === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return content;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    const type = this.files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.put(uri.path, content);
    this.changes.fire([{ type, uri }]);
  }

  delete(uri: vscode.Uri): void {
    const gone = (path: string): boolean => path === uri.path || path.startsWith(`${uri.path}/`);
    for (const path of [...this.files.keys()].filter(gone)) this.files.delete(path);
    for (const path of [...this.folders].filter(gone)) this.folders.delete(path);
    this.changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  createDirectory(uri: vscode.Uri): void {
    this.folders.add(uri.path);
  }

  private put(path: string, content: Uint8Array): void {
    this.files.set(path, content);
    for (let folder = parentOf(path); !this.folders.has(folder); folder = parentOf(folder))
      this.folders.add(folder);
  }
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
