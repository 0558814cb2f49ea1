// Writes fixes to files, or shows what would be written.
import { resolve } from 'node:path';
import { applicableFixes, applyEdits } from '../audit/edits.ts';
import { auditDocument, keepOncePerRun } from '../audit/engine.ts';
import type { DocumentAudit } from '../audit/types.ts';
import { replaceFile } from './atomicWrite.ts';
import { auditOptions, type FileRun } from './auditFiles.ts';
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

/** What `applyFixes` would write, as one unified diff; empty when there is nothing to fix. */
export function previewFixes(run: FileRun): string {
  return run.audits
    .map((audit) => unifiedDiff(audit.document.path, audit.document.text, fixedText(audit)))
    .join('');
}

/** Writes every fix of a run, file by file, each atomically. A file that changed since it was read is left alone. */
export function applyFixes(run: FileRun): FixResult {
  const refused: SkippedFile[] = [];
  const fixed = { findings: 0, files: 0 };
  const audits = run.audits.map((audit) => {
    const fixes = applicableFixes(audit);
    const content = run.contents.get(audit.document.path);
    if (fixes.length === 0 || content === undefined) return audit;
    const text = fixedText(audit);
    const result = replaceFile(resolve(run.options.workingFolder, audit.document.path), content, text);
    if (result.kind === 'refused') {
      refused.push({ file: audit.document.path, reason: result.reason });
      return audit;
    }
    fixed.findings += fixes.length;
    fixed.files++;
    return auditDocument({ ...audit.document, text }, auditOptions(run.options));
  });
  return { run: { ...run, audits: keepOncePerRun(audits) }, fixed, refused };
}
