// The deeper look at a document: its requests, read with grammars that load when a language is first met.
import * as vscode from 'vscode';
import type { AuditOptions } from '../audit/engine.ts';
import { type ProjectFinder, projectFinder } from '../audit/project.ts';
import type { DatedReference, DocumentAudit } from '../audit/types.ts';
import { auditWithRoutes } from '../audit/withRoutes.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { TextDocument } from '../detect/types.ts';
import { createRouteReader, type RouteReader } from '../routes/reader.ts';
import { createGrammars, type Grammars } from '../routes/syntax/grammars.ts';
import { openDocument } from './auditStore.ts';
import { decodeFile } from './platform/virtualFiles.ts';

/** Looks at what the first look found; null where there is nothing more to see. */
export type DeepLook = (
  uri: vscode.Uri,
  document: TextDocument,
  references: readonly DatedReference[],
  options: AuditOptions,
) => Promise<DocumentAudit> | null;

/** A deep look over the editor's own file system. `grammarFolder` holds the WebAssembly files. */
export function deepLook(catalog: Catalog, grammarFolder: vscode.Uri): DeepLook {
  const grammars = editorGrammars(grammarFolder);
  return (uri, document, references, options) => {
    const neighbours = neighboursOf(uri);
    const reader: RouteReader = createRouteReader({ catalog, grammars, readSibling: neighbours });
    if (references.length === 0 && !reader.mayHold(document)) return null;
    const projectOf: ProjectFinder = projectFinder(neighbours);
    return auditWithRoutes(document, references, reader, options, projectOf);
  };
}

function editorGrammars(folder: vscode.Uri): Grammars {
  return createGrammars(async (name) => {
    const file = name === 'runtime' ? 'web-tree-sitter.wasm' : `tree-sitter-${name}.wasm`;
    return vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, file));
  });
}

/** Reads other files of the same root folder by their path in it; open documents as they are being edited. */
function neighboursOf(uri: vscode.Uri): (path: string) => Promise<string | null> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return async (path) => {
    if (folder === undefined) return null;
    const neighbour = vscode.Uri.joinPath(folder.uri, path);
    const open = openDocument(neighbour);
    if (open !== undefined) return open.getText();
    try {
      return decodeFile(await vscode.workspace.fs.readFile(neighbour))?.text ?? null;
    } catch {
      return null;
    }
  };
}
