// The configuration with the places of its keys, for commands that speak about contracts.
import { configPlaces, type PlaceOf } from '../contracts/places.ts';
import { type LoadedConfig, loadConfig } from '../workspace/loadConfig.ts';
import { nodeFiles } from '../workspace/nodeFiles.ts';
import { asUsageError } from './usageErrors.ts';

export interface WorkspaceConfig extends LoadedConfig {
  readonly place: PlaceOf;
}

/** Reads the configuration. @throws UsageError where it is broken. */
export async function workspaceConfig(workingFolder: string, named?: string): Promise<WorkspaceConfig> {
  const loaded = await asUsageError(() => loadConfig(nodeFiles(workingFolder), named));
  return { ...loaded, place: configPlaces(loaded.text) };
}
