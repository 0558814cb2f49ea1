// Reads a JSON report that an earlier audit has written.
import { resolve } from 'node:path';
import { readText } from '../workspace/readText.ts';
import { type CliContext, UsageError } from './context.ts';

/** The report in a file as `parse` takes it. @throws UsageError that names the file and the reason */
export function readReport<T>(file: string, parse: (value: unknown) => T, { workingFolder }: CliContext): T {
  const read = readText(resolve(workingFolder, file));
  if (read.kind !== 'text')
    throw new UsageError(
      `The report ${file} could not be read: ${read.kind === 'skipped' ? read.reason : 'it is binary'}.`,
    );
  try {
    return parse(JSON.parse(read.content.text));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'it is not JSON' : (error as Error).message;
    throw new UsageError(`The report ${file} could not be read: ${reason}.`);
  }
}
