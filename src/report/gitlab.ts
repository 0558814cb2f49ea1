// GitLab's code quality report: one list of issues in the format of Code Climate.

import type { Severity } from '../audit/types.ts';
import { jsonText } from '../outlets/json.ts';
import { fingerprints } from './fingerprint.ts';
import { locatedFindings } from './located.ts';
import type { ReportFormat } from './types.ts';

const SEVERITIES: Readonly<Record<Severity, 'critical' | 'major' | 'minor' | 'info'>> = {
  error: 'critical',
  warning: 'major',
  info: 'minor',
  hint: 'info',
};

export const gitlabReport: ReportFormat = (run) => {
  const located = locatedFindings(run);
  const prints = fingerprints(located);
  const issues = located.flatMap(({ file, start, end, finding }, index) =>
    finding.suppressed === false
      ? {
          description: finding.message,
          check_name: finding.rule,
          fingerprint: prints[index],
          severity: SEVERITIES[finding.severity],
          location: { path: file, lines: { begin: start.line, end: end.line } },
        }
      : [],
  );
  return jsonText(issues);
};
