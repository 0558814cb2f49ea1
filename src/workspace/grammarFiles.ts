// Grammars from the disk: the WebAssembly files beside the bundle.
import { readFile } from 'node:fs/promises';
import { createGrammars, type Grammars } from '../routes/syntax/grammars.ts';

/** Grammars that are read from a folder when a language is first met. */
export function grammarsIn(folder: URL): Grammars {
  return createGrammars(async (name) => {
    const file = name === 'runtime' ? 'web-tree-sitter.wasm' : `tree-sitter-${name}.wasm`;
    return new Uint8Array(await readFile(new URL(file, folder)));
  });
}
