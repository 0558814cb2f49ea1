// Reads requests with the grammars of the extension. Parsers weigh more than all else: they are loaded when first needed.
import * as vscode from 'vscode';
import type { Grammars } from '../routes/syntax/grammars.ts';
import type { FolderParts } from '../workspace/folder/types.ts';

/** Grammars that lie in a folder, loaded once at the first use. */
export function grammarsOnce(folder: vscode.Uri): () => Promise<Grammars> {
  let grammars: Promise<Grammars> | undefined;
  return () => {
    grammars ??= grammarsIn(folder);
    return grammars;
  };
}

/** A reader of requests. */
export function layerReading(grammars: () => Promise<Grammars>): FolderParts['reading'] {
  return async (readFile) => {
    const { layerReader } = await import('../workspace/auditRoutes.ts');
    return layerReader(await grammars(), readFile);
  };
}

async function grammarsIn(folder: vscode.Uri): Promise<Grammars> {
  const { createGrammars } = await import('../routes/syntax/grammars.ts');
  return createGrammars(async (name) => {
    const file = name === 'runtime' ? 'web-tree-sitter.wasm' : `tree-sitter-${name}.wasm`;
    return vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, file));
  });
}
