// What a run could not read, on standard error: files that were skipped, and files of which only the IDs are known.

import { counted } from '../outlets/counted.ts';
import { plainLine } from '../outlets/plain.ts';
import type { FileRun } from '../workspace/auditFiles.ts';
import type { CliContext } from './context.ts';

type Errors = Pick<CliContext, 'stderr'>;

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
