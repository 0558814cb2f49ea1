// Where a command prints what it was asked for: to the terminal, or to a file.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { codeOf, reasonOf } from '../workspace/skipped.ts';
import { type CliContext, UsageError } from './context.ts';

/** Prints to the file `output`, else to the terminal; `what` names the text in errors. @throws UsageError */
export function print(what: string, text: string, output: string | undefined, context: CliContext): void {
  if (output === undefined) {
    context.stdout(text);
    return;
  }
  try {
    writeFileSync(resolve(context.workingFolder, output), text);
  } catch (error) {
    throw new UsageError(`The ${what} could not be written to ${output}: ${writeReason(error)}.`);
  }
}

/** A folder that does not exist is not `no longer there`. */
function writeReason(error: unknown): string {
  return codeOf(error) === 'ENOENT' ? 'its folder does not exist' : reasonOf(error);
}
