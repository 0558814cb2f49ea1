// The catalog that commands answer from: the released one with what the workspace has accepted since, and with what
// surfaces have answered to it.
import type { Catalog } from '../catalog/catalog.ts';
import { workspaceCatalog } from '../workspace/overlayFile.ts';
import { withOwnProbes } from '../workspace/probeFiles.ts';
import type { CliContext } from './context.ts';
import { asUsageError } from './usageErrors.ts';

/** @throws UsageError where the workspace's facts are broken */
export function workspaceFacts({
  workingFolder,
  catalog,
}: Pick<CliContext, 'workingFolder' | 'catalog'>): Promise<Catalog> {
  return asUsageError(async () =>
    withOwnProbes(await workspaceCatalog(workingFolder, catalog), workingFolder),
  );
}
