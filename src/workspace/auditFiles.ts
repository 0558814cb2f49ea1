// Audits the files under some paths.
import ignore from 'ignore';
import { type AuditOptions, auditReferences, datedReferences, keepOncePerRun } from '../audit/engine.ts';
import type { DatedReference, DocumentAudit } from '../audit/types.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import type { Config } from '../config/schema.ts';
import type { TextDocument } from '../detect/types.ts';
import type { RunAudit } from '../report/types.ts';
import type { Scan, ScannedDocument } from './scan.ts';
import type { SkippedFile } from './skipped.ts';

export interface AuditFilesOptions {
  /** Absolute. */
  readonly workingFolder: string;
  readonly catalog: Catalog;
  readonly asOf: Day;
  readonly config: Config;
}

export interface FileRun extends RunAudit {
  /** Text files that were not read, and why. */
  readonly skipped: readonly SkippedFile[];
  /** What was read of the audited files, by path: a fix is written only over that. */
  readonly contents: ReadonlyMap<string, ScannedDocument>;
  readonly options: AuditFilesOptions;
}

interface Hit {
  readonly document: TextDocument;
  readonly references: readonly DatedReference[];
  readonly content: ScannedDocument;
}

/** Finishes a scan and audits what it found. Only documents with references are kept. */
export async function auditFiles(scan: Scan, options: AuditFilesOptions): Promise<FileRun> {
  const isIgnored = ignoredBy(options.config);
  const auditing = auditOptions(options);
  const { looks, files, bytes, skipped } = await scan.finish((content): Hit | null => {
    if (isIgnored(content.path)) return null;
    const document = { path: content.path, text: content.text };
    const references = datedReferences(document, auditing);
    return references.length === 0 ? null : { document, references, content };
  });
  const hits = looks.filter((look) => look !== null);
  const audits = keepOncePerRun(await auditHits(hits, auditing));
  const contents = new Map(hits.map(({ content }) => [content.path, content]));
  const { asOf, catalog } = options;
  return { asOf, catalog, audits, files, bytes, skipped, contents, options };
}

async function auditHits(hits: readonly Hit[], auditing: AuditOptions): Promise<readonly DocumentAudit[]> {
  const audits: DocumentAudit[] = [];
  for (const { document, references } of hits)
    audits.push(auditReferences(document, references, [], auditing));
  return audits;
}

/** What the engine needs to know of the options. */
export function auditOptions({ catalog, asOf, config }: AuditFilesOptions): AuditOptions {
  return { catalog, asOf, severities: config.rules ?? {} };
}

/** Whether a team's configuration leaves a file out. Paths outside the working folder are never left out. */
export function ignoredBy(config: Config): (path: string) => boolean {
  if (config.ignore === undefined || config.ignore.length === 0) return () => false;
  const rules = ignore().add([...config.ignore]);
  return (path) => ignore.isPathValid(path) && rules.ignores(path);
}
