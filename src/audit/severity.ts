// How severe a finding is: by its rule, by what the ID does there, by what the file is for, by what the team decided.
import { grouped } from '../catalog/grouped.ts';
import type { FilePlace } from '../detect/types.ts';
import { type DatedReference, type Finding, SEVERITIES, type Severity } from './types.ts';

/** What a team or a user decided about rules. */
export type RuleSeverities = Readonly<Partial<Record<string, Severity | 'off'>>>;

/** What a team decided about findings in files of one place. */
export interface PlaceSeverities {
  /** The most that a finding there can be; `off` for none. */
  readonly severity?: Severity | 'off' | undefined;
  /** Exactly what a rule's findings are there. */
  readonly rules?: RuleSeverities | undefined;
}

/** What a team decided, by place. */
export type SeveritiesByPlace = Readonly<Partial<Record<FilePlace, PlaceSeverities | undefined>>>;

/** Whether a severity is at or above a floor; nothing is above `never`. */
export const isAtLeast = (severity: Severity, floor: Severity | 'never'): boolean =>
  floor !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(floor);

/** Outside of production nothing fails for a user: a finding there informs. */
const MOST_ELSEWHERE: Severity = 'info';

/** The severity of a rule's finding in a place; `off` where it is not reported. */
export function severityAt(
  place: FilePlace,
  rule: string,
  severity: Severity,
  decided: SeveritiesByPlace = {},
): Severity | 'off' {
  const team = decided[place];
  const exact = team?.rules?.[rule];
  if (exact !== undefined) return exact;
  const most = team?.severity ?? (place === 'production' ? 'error' : MOST_ELSEWHERE);
  return most === 'off' ? 'off' : milder(severity, most);
}

/** The milder of two severities. */
export const milder = (a: Severity, b: Severity): Severity =>
  SEVERITIES[Math.max(SEVERITIES.indexOf(a), SEVERITIES.indexOf(b))] ?? a;

/**
 * What a rule about IDs says of a reference that no request needs: `severity` only stands where the ID is sent or set.
 * A constant whose use is not seen may be sent, so that it is at most a warning; what is listed or said informs.
 */
export function severityOfUse({ use }: DatedReference, severity: Severity): Severity {
  if (use === 'request' || use === 'setting') return severity;
  return milder(severity, use === 'constant' ? 'warning' : 'info');
}

/**
 * Of findings outside of production that say the same of a file, keeps one, with the edits of all: the first that can
 * be fixed, or the first. The order of the others stays.
 */
export function foldedBySaying(findings: readonly Finding[]): readonly Finding[] {
  const groups = grouped(
    findings.filter(isFolded),
    ({ rule, severity, message }) => `${rule} ${severity} ${message}`,
  );
  const kept = new Map<Finding, Finding>();
  for (const group of groups.values()) {
    const shown = group.find(({ fix }) => fix !== null) ?? group[0];
    const others = group.filter((finding) => finding !== shown);
    kept.set(shown, withOthers(shown, others));
  }
  return findings.flatMap((finding) => (isFolded(finding) ? (kept.get(finding) ?? []) : finding));
}

const isFolded = ({ place, suppressed }: Finding): boolean => place !== 'production' && suppressed === false;

function withOthers(shown: Finding, others: readonly Finding[]): Finding {
  if (others.length === 0) return shown;
  const times = others.length === 1 ? 'one more place' : `${others.length} more places`;
  const edits = [shown, ...others].flatMap(({ fix }) => fix?.edits ?? []);
  return {
    ...shown,
    message: `${shown.message} Also in ${times} in this file.`,
    fix: shown.fix === null ? null : { ...shown.fix, edits },
    related: [
      ...(shown.related ?? []),
      ...others.map(({ start, end }) => ({ start, end, message: 'Also here.' })),
    ],
  };
}
