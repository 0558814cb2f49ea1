// Every report format by its name on the command line. A new one is one file here.
import { jsonReport } from './json.ts';
import { textReport } from './text.ts';
import type { ReportFormat } from './types.ts';

export const REPORT_FORMATS: Readonly<Record<string, ReportFormat>> = {
  text: textReport,
  json: jsonReport,
};
