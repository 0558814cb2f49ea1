// Audits the files under some paths.
import ignore from 'ignore';
import { auditDocument, keepOncePerRun } from '../audit/engine.ts';
import type { DocumentAudit } from '../audit/types.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import type { Config } from '../config/schema.ts';
import type { RunAudit } from '../report/types.ts';
import { type ScannedDocument, type ScanOptions, scanFiles } from './scan.ts';
import type { SkippedFile } from './skipped.ts';

export interface AuditFilesOptions extends ScanOptions {
  readonly catalog: Catalog;
  readonly asOf: Day;
  readonly config: Config;
}

interface AuditedFile {
  readonly audit: DocumentAudit;
  readonly content: ScannedDocument;
}

export interface FileRun extends RunAudit {
  /** Text files that were not read, and why. */
  readonly skipped: readonly SkippedFile[];
  /** What was read of the audited files, by path: a fix is written only over that. */
  readonly contents: ReadonlyMap<string, ScannedDocument>;
  readonly options: AuditFilesOptions;
}

/**
 * Audits every text file under `paths`. Only documents with references or findings are kept.
 * @throws NoSuchPathError where a path does not exist.
 */
export async function auditFiles(paths: readonly string[], options: AuditFilesOptions): Promise<FileRun> {
  const isIgnored = ignoredBy(options.config);
  const { looks, files, bytes, skipped } = await scanFiles(paths, options, (scanned): AuditedFile | null => {
    if (isIgnored(scanned.path)) return null;
    const audit = auditDocument({ path: scanned.path, text: scanned.text }, auditOptions(options));
    return audit.references.length > 0 || audit.findings.length > 0 ? { audit, content: scanned } : null;
  });
  const audited = looks.filter((look) => look !== null);
  const audits = keepOncePerRun(audited.map(({ audit }) => audit));
  const contents = new Map(audited.map(({ content }) => [content.path, content]));
  return { asOf: options.asOf, catalog: options.catalog, audits, files, bytes, skipped, contents, options };
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
