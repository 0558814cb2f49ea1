// Audits the files under some paths.
import ignore from 'ignore';
import { auditDocument, keepOncePerRun } from '../audit/engine.ts';
import type { DocumentAudit } from '../audit/types.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import type { Config } from '../config/schema.ts';
import type { RunAudit } from '../report/types.ts';
import { type ScanOptions, scanFiles } from './scan.ts';
import type { SkippedFile } from './skipped.ts';

export interface AuditFilesOptions extends ScanOptions {
  readonly catalog: Catalog;
  readonly asOf: Day;
  readonly config: Config;
}

export interface FileRun extends RunAudit {
  /** Text files that were not read, and why. */
  readonly skipped: readonly SkippedFile[];
  readonly options: AuditFilesOptions;
}

/**
 * Audits every text file under `paths`. Only documents with references or findings are kept.
 * @throws NoSuchPathError where a path does not exist.
 */
export async function auditFiles(paths: readonly string[], options: AuditFilesOptions): Promise<FileRun> {
  const audits: DocumentAudit[] = [];
  const isIgnored = ignoredBy(options.config);
  const summary = await scanFiles(paths, options, ({ path, text }) => {
    if (isIgnored(path)) return;
    const audit = auditDocument({ path, text }, auditOptions(options));
    if (audit.references.length > 0 || audit.findings.length > 0) audits.push(audit);
  });
  const { files, bytes, skipped } = summary;
  return {
    asOf: options.asOf,
    catalog: options.catalog,
    audits: keepOncePerRun(audits),
    files,
    bytes,
    skipped,
    options,
  };
}

/** What the engine needs to know of the options. */
export function auditOptions({ catalog, asOf, config }: AuditFilesOptions) {
  return { catalog, asOf, severities: config.rules ?? {} };
}

/** Whether a team's configuration leaves a file out. Paths outside the working folder are never left out. */
export function ignoredBy(config: Config): (path: string) => boolean {
  if (config.ignore === undefined || config.ignore.length === 0) return () => false;
  const rules = ignore().add([...config.ignore]);
  return (path) => ignore.isPathValid(path) && rules.ignores(path);
}
