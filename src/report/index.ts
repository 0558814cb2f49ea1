// Every report format by its name on the command line; each loads when it is asked for. A new one is one file here.
import type { ReportFormat } from './types.ts';

export const REPORT_FORMATS: Readonly<Record<string, () => Promise<ReportFormat>>> = {
  text: async () => (await import('./text.ts')).textReport,
  json: async () => (await import('./json.ts')).jsonReport,
};

export const FORMAT_NAMES: readonly string[] = Object.keys(REPORT_FORMATS);
