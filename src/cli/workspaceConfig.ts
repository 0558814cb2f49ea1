import { type LoadedConfig, loadConfig } from '../workspace/loadConfig.ts';
import { nodeFiles } from '../workspace/nodeFiles.ts';
import { asUsageError } from './usageErrors.ts';

/** Reads the configuration. @throws UsageError where it is broken. */
export const workspaceConfig = (workingFolder: string, named?: string): Promise<LoadedConfig> =>
  asUsageError(() => loadConfig(nodeFiles(workingFolder), named));
