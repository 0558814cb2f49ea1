// The configuration with its text and the places of its keys, for commands that speak about contracts.
import { resolve } from 'node:path';
import { CONFIG_FILE } from '../contracts/configFile.ts';
import { configPlaces, type PlaceOf } from '../contracts/places.ts';
import type { Config } from '../contracts/schema.ts';
import { loadConfig } from '../workspace/loadConfig.ts';
import { readRegularTextIfAny } from '../workspace/readRegularFile.ts';
import { asUsageError } from './usageErrors.ts';

export interface WorkspaceConfig {
  readonly config: Config;
  /** As it is printed. */
  readonly file: string;
  readonly place: PlaceOf;
}

/** Reads the configuration. @throws UsageError where it is broken. */
export async function workspaceConfig(
  workingFolder: string,
  named: string | undefined,
): Promise<WorkspaceConfig> {
  const file = named ?? CONFIG_FILE;
  const config = await asUsageError(() => loadConfig(workingFolder, named));
  const path = resolve(workingFolder, file);
  return { config, file, place: configPlaces(readRegularTextIfAny(path, 'config') ?? '') };
}
