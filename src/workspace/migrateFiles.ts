// Writes the edits of a migration plan to files, each file as a whole.
import { resolve } from 'node:path';
import { applyEdits } from '../audit/edits.ts';
import type { MigrationPlan } from '../migrate/types.ts';
import type { TextEdit } from '../routes/types.ts';
import { replaceFile } from './atomicWrite.ts';
import type { FileRun } from './auditFiles.ts';
import type { SkippedFile } from './skipped.ts';

export interface MigratedFiles {
  readonly written: { readonly requests: number; readonly files: number };
  /** Files that were not written, and why. */
  readonly refused: readonly SkippedFile[];
}

/** Makes the edits of every request that has some. A file that changed since it was read is left alone. */
export function migrateFiles(plan: MigrationPlan, run: FileRun): MigratedFiles {
  const refused: SkippedFile[] = [];
  const written = { requests: 0, files: 0 };
  for (const [file, lists] of editsByFile(plan)) {
    const content = run.contents.get(file);
    const edits = unlikeEach([...lists.flat(), ...(plan.closing.get(file) ?? [])]);
    if (content === undefined) continue;
    if (overlap(edits)) {
      refused.push({ file, reason: 'two requests share what would change' });
      continue;
    }
    const result = replaceFile(resolve(run.workingFolder, file), content, applyEdits(content.text, edits));
    if (result.kind === 'written') {
      written.requests += lists.length;
      written.files++;
    } else refused.push({ file, reason: result.reason });
  }
  return { written, refused };
}

function editsByFile({ requests }: MigrationPlan): ReadonlyMap<string, readonly (readonly TextEdit[])[]> {
  const files = new Map<string, (readonly TextEdit[])[]>();
  for (const { file, targets } of requests) {
    const edits = targets.find((target) => target.edits !== null)?.edits;
    if (edits) files.set(file, [...(files.get(file) ?? []), edits]);
  }
  return files;
}

/** Two requests of a file ask for the same import once. */
const unlikeEach = (edits: readonly TextEdit[]): readonly TextEdit[] => [
  ...new Map(edits.map((edit) => [`${edit.start} ${edit.end} ${edit.newText}`, edit])).values(),
];

/** Requests that share a part of their shape are not moved together. */
function overlap(edits: readonly TextEdit[]): boolean {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return sorted.some((edit, index) => edit.start < (sorted[index - 1]?.end ?? 0));
}
