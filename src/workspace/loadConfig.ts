// Finds and reads a workspace's veo-audit.yaml. The schema is loaded only when there is one.
import { CONFIG_FILE } from '../contracts/configFile.ts';
import type { Config } from '../contracts/schema.ts';
import { type Files, textOf } from './files.ts';
import { MissingFileError, reasonOf } from './skipped.ts';

/** A configuration that cannot be used. The message is one sentence with the key and the line. */
export class BrokenConfigError extends Error {}

export interface LoadedConfig {
  readonly config: Config;
  /** As it was named. */
  readonly file: string;
  /** What the file says; empty where there is none. */
  readonly text: string;
}

/**
 * The configuration of a workspace; `named` is what `--config` gives. Without either it is empty.
 * @throws BrokenConfigError where it does not exist, cannot be read or breaks the schema.
 */
export async function loadConfig(files: Files, named?: string): Promise<LoadedConfig> {
  const file = named ?? CONFIG_FILE;
  const text = await configText(files, file).catch((error: unknown) => {
    throw unusable(file, reasonOf(error));
  });
  if (text === null && named === undefined) return { config: {}, file, text: '' };
  if (text === null) throw unusable(file, 'there is no such file');
  const { parseConfig } = await import('../config/parse.ts');
  const parsed = parseConfig(text);
  if ('config' in parsed) return { config: parsed.config, file, text };
  const [first] = parsed.faults;
  const more = parsed.faults.length > 1 ? ` (and ${parsed.faults.length - 1} more)` : '';
  throw new BrokenConfigError(`${file}:${first?.line}:${first?.column}: ${first?.message}${more}`);
}

/** What a configuration says; null where there is none. A link to it is followed. @throws UnreadableFileError */
export async function configText(files: Files, file: string = CONFIG_FILE): Promise<string | null> {
  try {
    return await textOf(files, file, 'config');
  } catch (error) {
    if (error instanceof MissingFileError) return null;
    throw error;
  }
}

const unusable = (file: string, reason: string): BrokenConfigError =>
  new BrokenConfigError(`The configuration ${file} cannot be used: ${reason}.`);
