// The grammars that come with the extension: what parses weighs most, and is loaded when it is first needed.
import * as vscode from 'vscode';
import type { GrammarLoader, Grammars } from '../routes/syntax/grammars.ts';

/** Reads grammars from the folder that they lie in. */
export function grammarLoader(folder: vscode.Uri): GrammarLoader {
  return async (name) => {
    const file = name === 'runtime' ? 'web-tree-sitter.wasm' : `tree-sitter-${name}.wasm`;
    return vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, file));
  };
}

/** Parsers by these grammars, for the changes that a person asks for. */
export function grammarsOnce(loader: GrammarLoader): () => Promise<Grammars> {
  let grammars: Promise<Grammars> | undefined;
  return () => {
    grammars ??= import('../routes/syntax/grammars.ts').then(({ createGrammars }) => createGrammars(loader));
    return grammars;
  };
}
