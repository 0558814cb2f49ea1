// Why findings are mild: those in files that are not for production inform at most, and the sums should say so.

import { isAtLeast } from '../audit/severity.ts';
import type { Finding } from '../audit/types.ts';
import { listOf } from '../audit/wording.ts';
import type { FilePlace } from '../detect/types.ts';
import { thousands } from '../thousands.ts';

/** The files of a place, in the order in which they are named. */
const FILES_OF: Readonly<Record<Exclude<FilePlace, 'production'>, string>> = {
  sample: 'samples',
  docs: 'docs',
  test: 'tests',
  generated: 'generated files',
  recorded: 'recordings',
};

/** One sentence on the findings outside of production; empty where there are none, or where a team has decided more. */
export function elsewhereNote(findings: readonly Finding[]): string {
  const elsewhere = findings.filter(
    ({ place, suppressed }) => place !== 'production' && suppressed === false,
  );
  if (elsewhere.length === 0 || elsewhere.some(({ severity }) => isAtLeast(severity, 'warning'))) return '';
  const places = new Set(elsewhere.map(({ place }) => place));
  const files = Object.entries(FILES_OF).flatMap(([place, name]) =>
    places.has(place as FilePlace) ? [name] : [],
  );
  const are = elsewhere.length === 1 ? 'is' : 'are';
  return `${thousands(elsewhere.length)} of them ${are} in ${listOf(files)}, where a finding is info at most unless veo-audit.yaml says otherwise (places).`;
}
