// Every format of merged reports by its name on the command line. A new one is one file here.
import type { MergeFormat } from './types.ts';

export const MERGE_FORMATS: Readonly<Record<string, () => Promise<MergeFormat>>> = {
  text: async () => (await import('./text.ts')).mergedText,
  json: async () => (await import('./json.ts')).mergedJson,
  csv: async () => (await import('./csv.ts')).mergedCsv,
  sarif: async () => (await import('./sarif.ts')).mergedSarif,
  html: async () => (await import('./html.ts')).mergedHtml,
};
