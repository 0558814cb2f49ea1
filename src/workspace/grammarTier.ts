// How V8 compiles grammars.
import { setFlagsFromString } from 'node:v8';

/** The first says it all on the command line; a process that runs already takes all three. */
const FLAGS = ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'];

/**
 * Keeps V8 from optimising a grammar's one huge function, which gains nothing here and takes seconds, and in Node 24 up
 * to 4 GB (Swift, PowerShell). Call it before a grammar is loaded, in a process of one's own.
 */
export function compileGrammarsOnce(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}
