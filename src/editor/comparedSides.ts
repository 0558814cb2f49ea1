// The two sides of a comparison as requests, each answered with the other files of its own side.
import * as vscode from 'vscode';
import { datedReferences } from '../audit/engine.ts';
import type { Route } from '../routes/types.ts';
import { textIfAny } from '../workspace/files.ts';
import type { FolderParts, ReadSibling } from '../workspace/folder/types.ts';
import { openDocument, textDocumentOf } from './documents.ts';
import { editorFiles, pathBelow } from './editorFiles.ts';
import type { OptionsFor } from './folderInputs.ts';

/** What the two sides are read with. */
export interface ComparedParts {
  readonly optionsFor: OptionsFor;
  readonly reading: FolderParts['reading'];
}

interface ReadSide {
  readonly version: number;
  readonly routes: Promise<readonly Route[]>;
}

/** Reads sides, each once a version until other files have changed. */
export class ComparedSides {
  readonly #parts: ComparedParts;
  #read = new WeakMap<vscode.TextDocument, ReadSide>();

  constructor(parts: ComparedParts) {
    this.#parts = parts;
  }

  /** Other files have changed: what they say of a side is asked anew. */
  forget(): void {
    this.#read = new WeakMap();
  }

  /** The requests of a side; `asked` is the file that is compared. */
  routesOf(side: vscode.TextDocument, asked: vscode.Uri): Promise<readonly Route[]> {
    const known = this.#read.get(side);
    if (known?.version === side.version) return known.routes;
    const routes = this.#routesIn(side, asked);
    this.#read.set(side, { version: side.version, routes });
    return routes;
  }

  async #routesIn(side: vscode.TextDocument, asked: vscode.Uri): Promise<readonly Route[]> {
    const options = this.#parts.optionsFor(asked);
    if (options === null) return [];
    const folder = vscode.workspace.getWorkspaceFolder(asked)?.uri;
    const path = folder === undefined ? null : pathBelow(folder, side.uri);
    const document = path === null ? textDocumentOf(side) : { ...textDocumentOf(side), path };
    const sibling = folder === undefined ? NOTHING : siblingsOf(side.uri, folder);
    const read = await this.#parts.reading(NOTHING);
    return (await read(document, datedReferences(document, options), options, sibling)).routes;
  }
}

const NOTHING: ReadSibling = async () => null;

/** The other files of a side. Where they cannot be told from those of today, which may mislead, there are none. */
function siblingsOf(side: vscode.Uri, folder: vscode.Uri): ReadSibling {
  return async (path) => {
    const uri = siblingOf(side, vscode.Uri.joinPath(folder, path));
    if (uri === null) return null;
    return openDocument(uri)?.getText() ?? (await textIfAny(editorFiles(uri), '', 'audited'));
  };
}

/** A file of the workspace as a side has it; null where that cannot be said. */
function siblingOf(side: vscode.Uri, file: vscode.Uri): vscode.Uri | null {
  if (side.scheme === file.scheme && side.query === '') return file;
  if (side.scheme !== 'git') return null;
  const version = gitVersion(side.query);
  if (version === null) return null;
  return side.with({ path: file.path, query: JSON.stringify({ ...version, path: file.fsPath }) });
}

/** What VS Code's git writes into the address of a file's version. */
function gitVersion(query: string): { readonly path: string; readonly ref: string } | null {
  try {
    const { path, ref }: { readonly path?: unknown; readonly ref?: unknown } = JSON.parse(query);
    return typeof path === 'string' && typeof ref === 'string' ? { path, ref } : null;
  } catch {
    return null;
  }
}
