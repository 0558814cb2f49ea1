// Audits the files under some paths.
import ignore from 'ignore';
import { type ContractInputs, withContracts } from '../audit/contractAudit.ts';
import { type AuditOptions, auditReading, datedReferences, keepOncePerRun } from '../audit/engine.ts';
import { withGraph } from '../audit/graphAudit.ts';
import { promisesOf } from '../audit/promises.ts';
import { holdsSuppression } from '../audit/suppressions.ts';
import type { DatedReference, DocumentAudit } from '../audit/types.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import type { Config } from '../config/schema.ts';
import type { TextDocument } from '../detect/types.ts';
import type { RunAudit } from '../report/types.ts';
import { isWorthReading, mayHoldUnspelled } from '../routes/hints.ts';
import type { RouteAuditor } from './auditRoutes.ts';
import { isOwnOutput } from './ownOutput.ts';
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
    isIgnored(content.path) || isOwnOutput(content.text) ? null : auditor.look(content),
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
  return { asOf, catalog, audits, files, bytes, contracts: options.contracts, skipped, contents, options };
}

/** Audits one file after the other with what they share: grammars, and what is known of their projects. */
export class FileAuditor {
  readonly options: AuditOptions;
  readonly #given: AuditFilesOptions;
  #routes: Promise<RouteAuditor> | undefined;

  constructor(given: AuditFilesOptions) {
    const { catalog, asOf, config } = given;
    this.options = { catalog, asOf, severities: config.rules, places: config.places };
    this.#given = given;
  }

  /** The first look, while the scan goes on; null where a file has nothing to say. */
  look(content: ScannedDocument): Hit | null {
    const document = { path: content.path, text: content.text };
    const references = datedReferences(document, this.options);
    const isWorthMore = references.length > 0 || mayHoldUnspelled(document) || holdsSuppression(document);
    return isWorthMore ? { document, references, content } : null;
  }

  /** The whole look. What reads requests is loaded when a file first may hold one. */
  async audit({ document, references }: Pick<Hit, 'document' | 'references'>): Promise<DocumentAudit> {
    if (!isWorthReading(document, references))
      return auditReading(document, { references, routes: [] }, this.options);
    this.#routes ??= import('./auditRoutes.ts').then(({ routeAuditor }) =>
      routeAuditor(this.#given, this.options),
    );
    return (await this.#routes)(document, references);
  }

  /** What is wrong between the documents of a run, and with what the team has agreed on. */
  together(audits: readonly DocumentAudit[]): readonly DocumentAudit[] {
    const linked = withGraph(audits, this.options, promisesOf(this.#given.config));
    return keepOncePerRun(
      this.#given.contracts === undefined
        ? linked
        : withContracts(linked, this.options, this.#given.contracts),
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
