// Where a command prints what it was asked for: to the terminal, or to a file.
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
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

/**
 * Prints what `produce` writes piece by piece, and nothing of it when that throws. For texts that are too long to hold:
 * they grow in a temporary file first. @throws UsageError
 */
export function printInPieces(
  what: string,
  output: string | undefined,
  context: CliContext,
  produce: (write: (text: string) => void) => void,
): void {
  const folder = mkdtempSync(join(tmpdir(), 'veo-audit-draft-'));
  const draft = join(folder, 'draft');
  try {
    withOpen(draft, 'wx', (descriptor) => produce((text) => writeFileSync(descriptor, text)));
    if (output === undefined) readInPieces(draft, context.stdout);
    else {
      withOpen(resolve(context.workingFolder, output), 'w', (descriptor) =>
        readInPieces(draft, (text) => writeFileSync(descriptor, text)),
      );
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(
      `The ${what} could not be written to ${output ?? 'the terminal'}: ${writeReason(error)}.`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function withOpen(path: string, flags: 'r' | 'w' | 'wx', work: (descriptor: number) => void): void {
  const descriptor = openSync(path, flags);
  try {
    work(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function readInPieces(path: string, take: (text: string) => void): void {
  const buffer = Buffer.alloc(1 << 20);
  const decoder = new StringDecoder('utf8');
  withOpen(path, 'r', (descriptor) => {
    for (let read = readSync(descriptor, buffer); read > 0; read = readSync(descriptor, buffer))
      take(decoder.write(buffer.subarray(0, read)));
  });
}

/** A folder that does not exist is not `not there`. */
function writeReason(error: unknown): string {
  return codeOf(error) === 'ENOENT' ? 'its folder does not exist' : reasonOf(error);
}
