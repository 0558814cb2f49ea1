// Every report format by its name on the command line; each loads when it is asked for. A new one is one file here.
import type { ReportFormat } from './types.ts';

export const REPORT_FORMATS: Readonly<Record<string, () => Promise<ReportFormat>>> = {
  text: async () => (await import('./text.ts')).textReport,
  json: async () => (await import('./json.ts')).jsonReport,
  sarif: async () => (await import('./sarif.ts')).sarifReport,
  github: async () => (await import('./github.ts')).githubReport,
  gitlab: async () => (await import('./gitlab.ts')).gitlabReport,
  junit: async () => (await import('./junit.ts')).junitReport,
  html: async () => (await import('./html.ts')).htmlReport,
  markdown: async () => (await import('./markdown.ts')).markdownReport,
  csv: async () => (await import('./csv.ts')).csvReport,
  cyclonedx: async () => (await import('./cyclonedx.ts')).cyclonedxReport,
  ics: async () => (await import('./ics.ts')).icsReport,
};

export const FORMAT_NAMES: readonly string[] = Object.keys(REPORT_FORMATS);
