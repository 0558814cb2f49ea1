// One audit of some paths, as every command that needs one makes it.
import type { DatedReference } from '../audit/types.ts';
import { isOnlySpokenOf } from '../audit/wording.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import type { FileRun } from '../workspace/auditFiles.ts';
import { type LoadedConfig, loadConfig } from '../workspace/loadConfig.ts';
import { nodeFiles } from '../workspace/nodeFiles.ts';
import { type DocumentSource, pipedText } from '../workspace/pipedText.ts';
import { recordFolder } from '../workspace/records.ts';
import { Scan } from '../workspace/scan.ts';
import type { SkippedFile } from '../workspace/skipped.ts';
import type { CliContext } from './context.ts';
import { refuseUnreadPaths } from './partial.ts';
import { progressLine } from './progress.ts';
import { asUsageError } from './usageErrors.ts';

export interface RunOptions {
  readonly asOf: Day;
  /** The configuration's path; without it `veo-audit.yaml` of the working folder, if there is one. */
  readonly config?: string | undefined;
  /** Whether files that `.gitignore` and `.ignore` name are read as well. */
  readonly noIgnore?: boolean | undefined;
  /** Whether documents that have not changed since the last run are read all the same. */
  readonly noCache?: boolean | undefined;
  /** The one document to audit in the place of files: its printed path and its bytes. */
  readonly piped?: { readonly path: string; readonly bytes: Buffer } | undefined;
}

/** Audits the paths, without any the whole working folder. @throws UsageError */
export async function runAudit(
  paths: readonly string[],
  { asOf, config: named, noIgnore = false, noCache = false, piped }: RunOptions,
  context: CliContext,
): Promise<FileRun> {
  const { workingFolder, grammars, scanWorker } = context;
  const progress = progressLine(context);
  const unread: SkippedFile[] = [];
  const run = await asUsageError(async () => {
    // First of all: from here on another thread reads, while this one loads what it takes to understand.
    const files = (): DocumentSource =>
      new Scan(paths.length === 0 ? ['.'] : paths, {
        workingFolder,
        noIgnore,
        onProgress: progress.show,
        ...(scanWorker === undefined ? {} : { worker: scanWorker }),
      });
    const scan = piped === undefined ? files() : pipedText(piped.path, piped.bytes);
    const [{ auditFiles }, facts, loaded] = await Promise.all([
      import('../workspace/auditFiles.ts'),
      context.catalog(),
      loadConfig(nodeFiles(workingFolder), named),
    ]);
    const { catalog, contracts } = await teamView(facts, loaded, workingFolder, (record) =>
      unread.push(record),
    );
    const complete = paths.length === 0 && piped === undefined;
    const kept = noCache ? undefined : await keptLayers(catalog, context);
    const audited = await auditFiles(scan, {
      workingFolder,
      catalog,
      asOf,
      config: loaded.config,
      contracts: contracts && { ...contracts, complete },
      grammars,
      cache: kept?.cache,
    });
    kept?.save();
    return audited;
  });
  progress.clear();
  refuseUnreadPaths(paths, run.skipped, context);
  return unread.length === 0 ? run : { ...run, skipped: [...run.skipped, ...unread] };
}

/** The IDs that a run's files send, set or list. One in a comment, such as those that `init` writes, is not in use. */
export const referencesInUse = ({ audits }: FileRun): readonly DatedReference[] =>
  audits.flatMap(({ references }) => references.filter((reference) => !isOnlySpokenOf(reference)));

/** What earlier runs have read; undefined where nothing is remembered. */
async function keptLayers(catalog: Catalog, context: CliContext) {
  const place = await context.cachePlace?.();
  if (place === undefined) return undefined;
  const { loadLayers, saveLayers, stampOf } = await import('../workspace/layerCacheFile.ts');
  const stamp = stampOf(place.build, catalog);
  const cache = loadLayers(place.file, stamp);
  return { cache, save: () => saveLayers(place.file, stamp, cache) };
}

/** What a team adds: its own prices, and contracts and smoke tests with what they are held against. */
async function teamView(
  facts: Catalog,
  loaded: LoadedConfig,
  workingFolder: string,
  onSkipped: (skipped: SkippedFile) => void,
) {
  const { routes, gateways, prices } = loaded.config;
  const isSilent = (routes ?? gateways ?? prices) === undefined;
  if (isSilent && (await nodeFiles(workingFolder).kindOf(recordFolder('evidence'))) === null)
    return { catalog: facts };
  const [{ withOverrides }, { readContractInputs }] = await Promise.all([
    import('../contracts/overrides.ts'),
    import('./contractInputs.ts'),
  ]);
  return {
    catalog: withOverrides(facts, loaded.config),
    contracts: await readContractInputs(workingFolder, loaded, onSkipped),
  };
}
