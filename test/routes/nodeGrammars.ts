// Grammars for tests: the WebAssembly files of the installed packages.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createGrammars, type GrammarLoader, type Grammars } from '../../src/routes/syntax/grammars.ts';
import { workedMs } from '../../src/workspace/grammarFiles.ts';

const MODULES = new URL('../../node_modules/', import.meta.url);

/** Reads a grammar from `node_modules`. */
export const loadGrammar: GrammarLoader = async (name) => {
  const files =
    name === 'runtime'
      ? ['web-tree-sitter/web-tree-sitter.wasm']
      : [
          `@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`,
          `@repomix/tree-sitter-wasms/out/tree-sitter-${name}.wasm`,
          `@tree-sitter-grammars/tree-sitter-${name}/tree-sitter-${name}.wasm`,
        ];
  const file = files.map((path) => new URL(path, MODULES)).find((path) => existsSync(path));
  if (file === undefined) throw new Error(`no grammar ${name}`);
  return new Uint8Array(await readFile(file));
};

/** Grammars that are shared by all tests of a process. */
export const nodeGrammars: Grammars = createGrammars(loadGrammar, workedMs);
