// The catalog that commands answer from: the released one with what the workspace has accepted since, and with what
// surfaces have answered to it.
import type { Catalog } from '../catalog/catalog.ts';
import { withProbes } from '../refresh/probe.ts';
import { nodeFiles } from '../workspace/nodeFiles.ts';
import { acceptedFacts } from '../workspace/overlayFile.ts';
import { readProbes } from '../workspace/probeFiles.ts';
import type { CliContext } from './context.ts';
import { asUsageError } from './usageErrors.ts';

/** @throws UsageError where the workspace's facts are broken */
export function workspaceFacts({
  workingFolder,
  catalog,
}: Pick<CliContext, 'workingFolder' | 'catalog'>): Promise<Catalog> {
  const files = nodeFiles(workingFolder);
  return asUsageError(async () => {
    const accepted = await acceptedFacts(files, await catalog());
    return withProbes(accepted.catalog, await readProbes(files));
  });
}
