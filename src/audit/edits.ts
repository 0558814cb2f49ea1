// Applies fixes to a text.

import type { TextEdit } from '../routes/types.ts';
import type { DocumentAudit, Finding } from './types.ts';

/** The findings whose fixes can be applied together: not suppressed, not overlapping, first come first served. */
export function applicableFixes(audit: DocumentAudit): readonly Finding[] {
  const taken: TextEdit[] = [];
  return audit.findings.filter((finding) => {
    const edits = finding.suppressed === false ? (finding.fix?.edits ?? []) : [];
    if (edits.length === 0 || edits.some((edit) => isTaken(edit, taken))) return false;
    for (const edit of edits) taken.splice(placeIn(taken, edit), 0, edit);
    return true;
  });
}

/** Whether an edit meets one of others that are sorted and meet none of each other: then only its neighbours can. */
function isTaken(edit: TextEdit, taken: readonly TextEdit[]): boolean {
  const at = placeIn(taken, edit);
  return taken.slice(Math.max(0, at - 1), at + 1).some((other) => overlap(edit, other));
}

/** Where an edit stands among sorted ones, behind those that are equal. */
function placeIn(sorted: readonly TextEdit[], { start, end }: TextEdit): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle];
    if (other === undefined || other.start > start || (other.start === start && other.end > end))
      high = middle;
    else low = middle + 1;
  }
  return low;
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
