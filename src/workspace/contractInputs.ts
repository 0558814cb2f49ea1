// Reads what contracts are held against: the configuration's text, the evidence of smoke tests, gateways' snapshots.
import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { ContractInputs } from '../audit/contractAudit.ts';
import type { EvidenceSummary } from '../audit/contracts.ts';
import type { Config } from '../config/schema.ts';
import { readAllSnapshots } from '../gateway/store.ts';
import { summaryOf } from '../smoke/summary.ts';
import { CONFIG_FILE } from './loadConfig.ts';

/** The inputs of a working folder; `named` is what `--config` gives. Files that cannot be read say nothing. */
export async function readContractInputs(
  workingFolder: string,
  config: Config,
  named: string | undefined,
): Promise<Omit<ContractInputs, 'complete'>> {
  const path = resolve(workingFolder, named ?? CONFIG_FILE);
  const [evidence, snapshots] = await Promise.all([
    readEvidence(workingFolder),
    readAllSnapshots(workingFolder, config),
  ]);
  return {
    config,
    configFile: (relative(workingFolder, path) || CONFIG_FILE).replaceAll('\\', '/'),
    configText: existsSync(path) ? readFileSync(path, 'utf8') : '',
    evidence,
    snapshots,
  };
}

/** The smoke tests that left their evidence in a working folder, by file. */
export async function readEvidence(workingFolder: string): Promise<readonly EvidenceSummary[]> {
  const folder = join(workingFolder, '.veo-audit', 'evidence');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).toSorted();
  const found = await Promise.all(
    names.map(async (name) =>
      summaryOf(await readFile(join(folder, name), 'utf8').catch(() => ''), `.veo-audit/evidence/${name}`),
    ),
  );
  return found.filter((one) => one !== null);
}
