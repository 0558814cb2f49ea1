// Runs for the tests of report formats: files audited by their IDs alone.
import { auditDocument } from '../../src/audit/engine.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import type { ReportFormat, RunAudit } from '../../src/report/types.ts';

/** The run over some files on a day. */
export function runOver(files: Readonly<Record<string, string>>, asOf = '2026-11-21'): RunAudit {
  const catalog = bundledCatalog();
  const audits = Object.entries(files).map(([path, text]) =>
    auditDocument({ path, text }, { catalog, asOf }),
  );
  return { asOf, catalog, audits, files: audits.length, bytes: 0 };
}

/** A report without colours. */
export function reportOf(format: ReportFormat, run: RunAudit): string {
  return format(run, { color: false, detail: 'all', version: '1.2.3', pageScript: () => 'render();' });
}

/** One finding of each severity, one of them suppressed, in a file whose name asks for escaping. */
export const MIXED = {
  'a b,%/::error.py': 'm = "gemini/veo-3.0-generate-001"\n',
  'lite.ts': '\n\nconst lite = "vertex_ai/veo-3.1-lite-generate-001";\n',
  'old.py':
    '# veo-audit-ignore shut-down-model -- kept on purpose\nm = "gemini/veo-3.0-generate-001"\nmodel = "veo-9.0-generate-001"\n',
} as const;
