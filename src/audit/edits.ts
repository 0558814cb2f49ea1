// Applies fixes to a text.

import type { TextEdit } from '../routes/types.ts';
import type { DocumentAudit, Finding } from './types.ts';

/** The findings whose fixes can be applied together: not suppressed, not overlapping, first come first served. */
export function applicableFixes(audit: DocumentAudit): readonly Finding[] {
  const taken: TextEdit[] = [];
  return audit.findings.filter((finding) => {
    const edits = finding.suppressed === false ? (finding.fix?.edits ?? []) : [];
    if (edits.length === 0 || edits.some((edit) => taken.some((other) => overlap(edit, other)))) return false;
    taken.push(...edits);
    return true;
  });
}

const overlap = (a: TextEdit, b: TextEdit): boolean => a.start < b.end && b.start < a.end;

/** The text with all edits made. Edits must not overlap; their order does not matter. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    result += text.slice(from, edit.start) + edit.newText;
    from = edit.end;
  }
  return result + text.slice(from);
}
