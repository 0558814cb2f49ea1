// Finds and reads a workspace's veo-audit.yaml. The schema is loaded only when there is one.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { CONFIG_FILE } from '../contracts/configFile.ts';
import type { Config } from '../contracts/schema.ts';
import { readRegularText } from './readRegularFile.ts';
import { codeOf, reasonOf } from './skipped.ts';

/** A configuration that cannot be used. The message is one sentence with the key and the line. */
export class BrokenConfigError extends Error {}

/**
 * The configuration of a working folder; `named` is what `--config` gives. Without either it is empty.
 * @throws BrokenConfigError where it does not exist, cannot be read or breaks the schema.
 */
export async function loadConfig(workingFolder: string, named: string | undefined): Promise<Config> {
  const file = resolve(workingFolder, named ?? CONFIG_FILE);
  if (named === undefined && !existsSync(file)) return {};
  const text = readConfig(file, named ?? CONFIG_FILE);
  const { parseConfig } = await import('../config/parse.ts');
  const parsed = parseConfig(text);
  if ('config' in parsed) return parsed.config;
  const [first] = parsed.faults;
  const more = parsed.faults.length > 1 ? ` (and ${parsed.faults.length - 1} more)` : '';
  throw new BrokenConfigError(
    `${named ?? CONFIG_FILE}:${first?.line}:${first?.column}: ${first?.message}${more}`,
  );
}

function readConfig(file: string, shown: string): string {
  try {
    return readRegularText(file, 'config');
  } catch (error) {
    const reason = codeOf(error) === 'ENOENT' ? 'there is no such file' : reasonOf(error);
    throw new BrokenConfigError(`The configuration ${shown} cannot be used: ${reason}.`);
  }
}
