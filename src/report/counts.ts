// Sums over a run that several formats show.
import { SEVERITIES, type Severity } from '../audit/types.ts';
import type { FindingCounts, RunAudit } from './types.ts';

/** The number of findings by severity, without the suppressed ones. */
export function countFindings(run: RunAudit): FindingCounts {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { findings } of run.audits) {
    for (const finding of findings) if (finding.suppressed === false) counts[finding.severity]++;
  }
  return counts;
}

/** Whether a run has a finding at or above a severity. */
export function reaches(counts: FindingCounts, floor: Severity): boolean {
  return SEVERITIES.slice(0, SEVERITIES.indexOf(floor) + 1).some((severity) => counts[severity] > 0);
}
