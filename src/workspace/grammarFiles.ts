// Grammars from the disk: the WebAssembly files beside the bundle.
import { readFile } from 'node:fs/promises';
import { createGrammars, type Grammars } from '../routes/syntax/grammars.ts';
import { compileGrammarsOnce } from './grammarTier.ts';

/** Grammars that are read from a folder when a language is first met. For a process of one's own: it sets flags of V8. */
export function grammarsIn(folder: URL): Grammars {
  return createGrammars(async (name) => {
    compileGrammarsOnce();
    const file = name === 'runtime' ? 'web-tree-sitter.wasm' : `tree-sitter-${name}.wasm`;
    return new Uint8Array(await readFile(new URL(file, folder)));
  }, workedMs);
}

/** Milliseconds that this process has worked: time that others have taken of a busy machine does not count. */
export function workedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
