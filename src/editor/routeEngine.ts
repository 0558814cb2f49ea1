// Reads requests over the editor's own file system. Loaded when a document first needs it: parsers weigh more than all else.
import * as vscode from 'vscode';
import type { AuditOptions } from '../audit/engine.ts';
import { projectFinder } from '../audit/project.ts';
import type { DatedReference, DocumentAudit } from '../audit/types.ts';
import { auditWithRoutes } from '../audit/withRoutes.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { TextDocument } from '../detect/types.ts';
import { createRouteReader } from '../routes/reader.ts';
import { createGrammars, type Grammars } from '../routes/syntax/grammars.ts';
import { openDocument } from './documents.ts';
import { decodeFile } from './platform/virtualFiles.ts';
import { readFileOf } from './readFile.ts';

export interface RouteEngine {
  audit(
    uri: vscode.Uri,
    document: TextDocument,
    references: readonly DatedReference[],
    options: AuditOptions,
  ): Promise<DocumentAudit>;
}

/** An engine whose grammars lie in a folder. */
export function routeEngine(catalog: Catalog, grammarFolder: vscode.Uri): RouteEngine {
  const grammars = editorGrammars(grammarFolder);
  return {
    audit: (uri, document, references, options) => {
      const readSibling = neighboursOf(uri);
      const reader = createRouteReader({ catalog, grammars, readSibling });
      return auditWithRoutes(document, references, reader, options, projectFinder(readSibling));
    },
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
      return decodeFile(await readFileOf(neighbour, 'audited'))?.text ?? null;
    } catch {
      return null;
    }
  };
}
