// Sums over a run that several formats show.
import { isAtLeast } from '../audit/severity.ts';
import { SEVERITIES, type Severity } from '../audit/types.ts';
import { counted } from '../outlets/counted.ts';
import type { FindingCounts, RunAudit } from './types.ts';

/** The number of findings by severity, without the suppressed ones. */
export const countFindings = ({ audits }: RunAudit): FindingCounts =>
  countSeverities(audits.flatMap(({ findings }) => findings));

/** The same of a list of findings. */
export function countSeverities(
  findings: readonly { readonly severity: Severity; readonly suppressed: unknown }[],
): FindingCounts {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity, suppressed } of findings) if (suppressed === false) counts[severity]++;
  return counts;
}

/** `1 error, 2 warnings, 0 infos, 3 hints`. */
export const countWords = (counts: FindingCounts): string =>
  SEVERITIES.map((severity) => counted(counts[severity], severity)).join(', ');

/** Whether a run has a finding at or above a severity. */
export function reaches(counts: FindingCounts, floor: Severity | 'never'): boolean {
  return SEVERITIES.some((severity) => isAtLeast(severity, floor) && counts[severity] > 0);
}
