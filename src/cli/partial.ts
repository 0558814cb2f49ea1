// What a run could not read, on standard error: files that were skipped, and files of which only the IDs are known.

import { resolve } from 'node:path';
import { counted } from '../outlets/counted.ts';
import { plainLine } from '../outlets/plain.ts';
import type { FileRun } from '../workspace/auditFiles.ts';
import type { SkippedFile } from '../workspace/skipped.ts';
import { type CliContext, UsageError } from './context.ts';

type Errors = Pick<CliContext, 'stderr'>;

/**
 * What was named and could not be read is not clean: a pipeline must not pass on it. What lies below a named folder is
 * reported and left out. @throws UsageError
 */
export function refuseUnreadPaths(
  paths: readonly string[],
  skipped: readonly SkippedFile[],
  { workingFolder }: Pick<CliContext, 'workingFolder'>,
): void {
  const named = new Map(paths.map((path) => [resolve(workingFolder, path), path]));
  for (const { file, reason } of skipped) {
    const path = named.get(resolve(workingFolder, file));
    if (path !== undefined)
      throw new UsageError(`${plainLine(path)} could not be read: ${plainLine(reason)}.`);
  }
}

/** Names each skipped file with its reason. */
export function reportSkipped(run: FileRun, context: Errors): void {
  if (run.skipped.length === 0) return;
  context.stderr(`Skipped ${counted(run.skipped.length, 'file')}:\n`);
  for (const { file, reason } of run.skipped) context.stderr(`  ${plainLine(file)}: ${plainLine(reason)}\n`);
}

/** Files whose requests could not be read: for these only the IDs are known. */
export function reportNotes(run: FileRun, context: Errors): void {
  const noted = run.audits.filter(({ notes }) => notes.length > 0);
  if (noted.length === 0) return;
  context.stderr(`Read ${counted(noted.length, 'file')} in part:\n`);
  for (const { document, notes } of noted)
    context.stderr(`  ${plainLine(document.path)}: ${plainLine(notes.join(' '))}\n`);
}
