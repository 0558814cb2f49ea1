// Writes fixes to files, or shows what would be written.
import { resolve } from 'node:path';
import { applicableFixes, applyEdits } from '../audit/edits.ts';
import type { DocumentAudit } from '../audit/types.ts';
import { replaceFile } from './atomicWrite.ts';
import type { FileRun } from './auditFiles.ts';
import type { SkippedFile } from './skipped.ts';
import { unifiedDiff } from './unifiedDiff.ts';

export interface FixResult {
  /** The run as it is after the fixes: what was mended is gone from it. */
  readonly run: FileRun;
  readonly fixed: { readonly findings: number; readonly files: number };
  /** Files that were not written, and why. */
  readonly refused: readonly SkippedFile[];
}

/** The text of an audited document with its fixes applied. */
function fixedText(audit: DocumentAudit): string {
  return applyEdits(
    audit.document.text,
    applicableFixes(audit).flatMap((finding) => finding.fix?.edits ?? []),
  );
}

/** What `applyFixes` would write, as one unified diff; empty when there is nothing to fix. UTF-16 files have no diff that tools take. */
export function previewFixes(run: FileRun): string {
  return run.audits.map((audit) => previewOf(audit, run)).join('');
}

/** A diff speaks of bytes: a byte order mark belongs to it, and files that would not be written are left out. */
function previewOf(audit: DocumentAudit, run: FileRun): string {
  const content = run.contents.get(audit.document.path);
  if (content === undefined || content.lossy || content.encoding !== 'utf-8') return '';
  const mark = content.bom ? '\uFEFF' : '';
  return unifiedDiff(audit.document.path, mark + audit.document.text, mark + fixedText(audit));
}

/** Writes every fix of a run, file by file, each atomically. A file that changed since it was read is left alone. */
export async function applyFixes(run: FileRun): Promise<FixResult> {
  const { folder } = run;
  const refused: SkippedFile[] = [];
  const fixed = { findings: 0, files: 0 };
  for (const audit of run.audits) {
    const count = fixFile(audit, run, refused);
    if (count === 0) continue;
    folder.put({ ...audit.document, text: fixedText(audit), version: null, isScanned: true });
    fixed.findings += count;
    fixed.files++;
  }
  await folder.settle();
  return { run: { ...run, audits: folder.audits() }, fixed, refused };
}

/** Writes the fixes of one file; how many there were, 0 where nothing was written. */
function fixFile(audit: DocumentAudit, run: FileRun, refused: SkippedFile[]): number {
  const { path } = audit.document;
  const fixes = applicableFixes(audit);
  const content = run.contents.get(path);
  if (fixes.length === 0 || content === undefined) return 0;
  const result = replaceFile(resolve(run.workingFolder, path), content, fixedText(audit));
  if (result.kind === 'written') return fixes.length;
  refused.push({ file: path, reason: result.reason });
  return 0;
}
