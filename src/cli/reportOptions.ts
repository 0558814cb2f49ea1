// What every report format is told about this program and its output.
import { readFileSync } from 'node:fs';
import type { ReportOptions } from '../report/types.ts';
import type { CliContext } from './context.ts';

/** The options of a format; `color` says whether the output shows colours. */
export const reportOptions = (
  color: boolean,
  { version, pageScript }: CliContext,
  detail: ReportOptions['detail'] = 'all',
): ReportOptions => ({
  detail,
  color,
  version,
  pageScript: () => readFileSync(pageScript, 'utf8'),
});
