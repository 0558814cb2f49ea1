// Audits the files under some paths, once.
import { resolve } from 'node:path';
import type { ContractInputs } from '../audit/contractAudit.ts';
import { manifestsAbove } from '../audit/project.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import { CONFIG_FILE } from '../contracts/configFile.ts';
import type { Config } from '../contracts/schema.ts';
import { once } from '../once.ts';
import type { RunAudit } from '../report/types.ts';
import type { FolderParts } from './folder/types.ts';
import { FolderAudit } from './folderAudit.ts';
import type { LayerCache } from './layerCache.ts';
import type { DocumentSource } from './pipedText.ts';
import { readText } from './readText.ts';
import type { ScannedDocument } from './scan.ts';
import { NOT_REGULAR, type SkippedFile } from './skipped.ts';

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
  /** What is known of documents that have not changed. */
  readonly cache?: LayerCache | undefined;
}

export interface FileRun extends RunAudit {
  /** Text files that were not read, and why. */
  readonly skipped: readonly SkippedFile[];
  /** What was read of the audited files, by path: a fix is written only over that. */
  readonly contents: ReadonlyMap<string, ScannedDocument>;
  /** Absolute. */
  readonly workingFolder: string;
  /** The audit that said all this; a fix puts its texts into it. */
  readonly folder: FolderAudit;
}

/** Finishes a scan and audits what it found. Only documents with something to say are kept. */
export async function auditFiles(scan: DocumentSource, options: AuditFilesOptions): Promise<FileRun> {
  const { asOf, catalog, workingFolder, contracts } = options;
  const folder = folderAudit(options);
  const contents = new Map<string, ScannedDocument>();
  const { files, bytes, skipped } = await scan.finish((content) => {
    const { path, text } = content;
    if (folder.put({ path, text, version: null, isScanned: true })) contents.set(path, content);
  });
  for (const { file, reason } of skipped) if (reason !== NOT_REGULAR) folder.putUnread(file);
  await folder.settle();
  const audits = folder.audits();
  return { asOf, catalog, audits, files, bytes, contracts, skipped, contents, workingFolder, folder };
}

function folderAudit({
  workingFolder,
  catalog,
  asOf,
  config,
  contracts,
  grammars,
  cache,
}: AuditFilesOptions) {
  const loaded = once(async () => {
    const [{ layerReader }, { grammarsIn }] = await Promise.all([
      import('./auditRoutes.ts'),
      import('./grammarFiles.ts'),
    ]);
    return { layerReader, grammars: grammarsIn(grammars) };
  });
  const parts: FolderParts = {
    reading: async (readFile) => {
      const read = once(async () => {
        const { layerReader, grammars } = await loaded();
        return layerReader(grammars, readFile);
      });
      return cache === undefined ? read() : cache.reader(read, readFile);
    },
    readFile: async (path) => {
      const read = readText(resolve(workingFolder, path));
      return read.kind === 'text' ? read.content.text : null;
    },
    ...(cache === undefined ? {} : { references: (...asked) => cache.references(...asked) }),
    dependenciesOf: manifestsAbove,
  };
  return new FolderAudit(parts, {
    catalog,
    asOf,
    severities: config.rules,
    places: config.places,
    config,
    configFile: contracts?.configFile ?? CONFIG_FILE,
    contracts: contracts ?? null,
  });
}
