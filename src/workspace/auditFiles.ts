// Audits the files under some paths.
import { resolve } from 'node:path';
import ignore from 'ignore';
import { approvals, type ContractInputs, withContracts } from '../audit/contractAudit.ts';
import { type AuditOptions, datedReferences, keepOncePerRun } from '../audit/engine.ts';
import { withGraph } from '../audit/graphAudit.ts';
import { type ProjectFinder, projectFinder } from '../audit/project.ts';
import { holdsSuppression } from '../audit/suppressions.ts';
import type { DatedReference, DocumentAudit } from '../audit/types.ts';
import { auditWithRoutes } from '../audit/withRoutes.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import type { Config } from '../config/schema.ts';
import type { TextDocument } from '../detect/types.ts';
import type { RunAudit } from '../report/types.ts';
import { createRouteReader, type RouteReader } from '../routes/reader.ts';
import { grammarsIn } from './grammarFiles.ts';
import { readText } from './readText.ts';
import type { Scan, ScannedDocument } from './scan.ts';
import type { SkippedFile } from './skipped.ts';

export interface AuditFilesOptions {
  /** Absolute. */
  readonly workingFolder: string;
  readonly catalog: Catalog;
  readonly asOf: Day;
  readonly config: Config;
  /** What the team's contracts are held against; without it they are not looked at. */
  readonly contracts?: ContractInputs | undefined;
  /** Where the grammars lie. */
  readonly grammars: URL;
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

/** Finishes a scan and audits what it found. Only documents with references or routes are kept. */
export async function auditFiles(scan: Scan, options: AuditFilesOptions): Promise<FileRun> {
  const isIgnored = ignoredBy(options.config);
  const auditor = new FileAuditor(options);
  const { looks, files, bytes, skipped } = await scan.finish((content): Hit | null =>
    isIgnored(content.path) ? null : auditor.look(content),
  );
  const audited: { readonly hit: Hit; readonly audit: DocumentAudit }[] = [];
  for (const hit of looks) {
    if (hit === null) continue;
    const audit = await auditor.audit(hit);
    const { references, routes, findings, config } = audit;
    const isTelling =
      references.length + routes.length + findings.length + (config?.fallbacks.length ?? 0) > 0;
    if (isTelling) audited.push({ hit, audit });
  }
  const audits = auditor.together(audited.map(({ audit }) => audit));
  const contents = new Map(audited.map(({ hit }) => [hit.content.path, hit.content]));
  const { asOf, catalog } = options;
  return { asOf, catalog, audits, files, bytes, skipped, contents, options };
}

/** Audits one file after the other with what they share: grammars, and what is known of their projects. */
export class FileAuditor {
  readonly options: AuditOptions;
  readonly #config: Config;
  readonly #contracts: ContractInputs | undefined;
  readonly #reader: RouteReader;
  readonly #projectOf: ProjectFinder;

  constructor({ workingFolder, catalog, asOf, config, contracts, grammars }: AuditFilesOptions) {
    this.#config = config;
    this.#contracts = contracts;
    this.options = { catalog, asOf, severities: config.rules };
    const readSibling = async (path: string): Promise<string | null> => {
      const read = readText(resolve(workingFolder, path));
      return read.kind === 'text' ? read.content.text : null;
    };
    this.#reader = createRouteReader({ catalog, grammars: grammarsIn(grammars), readSibling });
    this.#projectOf = projectFinder(readSibling);
  }

  /** The first look, while the scan goes on; null where a file has nothing to say. */
  look(content: ScannedDocument): Hit | null {
    const document = { path: content.path, text: content.text };
    const references = datedReferences(document, this.options);
    const isWorthMore = references.length > 0 || this.#reader.mayHold(document) || holdsSuppression(document);
    return isWorthMore ? { document, references, content } : null;
  }

  audit({ document, references }: Pick<Hit, 'document' | 'references'>): Promise<DocumentAudit> {
    return auditWithRoutes(document, references, this.#reader, this.options, this.#projectOf);
  }

  /** What is wrong between the documents of a run, and with what the team has agreed on. */
  together(audits: readonly DocumentAudit[]): readonly DocumentAudit[] {
    const linked = withGraph(audits, this.options, approvals(this.#config));
    return keepOncePerRun(
      this.#contracts === undefined ? linked : withContracts(linked, this.options, this.#contracts),
    );
  }

  /** Audits a text anew, as after a fix. */
  auditText(document: TextDocument): Promise<DocumentAudit> {
    return this.audit({ document, references: datedReferences(document, this.options) });
  }
}

/** Whether a team's configuration leaves a file out. Paths outside the working folder are never left out. */
export function ignoredBy(config: Config): (path: string) => boolean {
  if (config.ignore === undefined || config.ignore.length === 0) return () => false;
  const rules = ignore().add([...config.ignore]);
  return (path) => ignore.isPathValid(path) && rules.ignores(path);
}
