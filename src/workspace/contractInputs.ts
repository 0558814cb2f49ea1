// Reads what contracts are held against: the configuration's text, the evidence of smoke tests, gateways' snapshots.
import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { ContractInputs } from '../audit/contractAudit.ts';
import type { EvidenceSummary } from '../audit/contracts.ts';
import type { Config } from '../config/schema.ts';
import { readAllSnapshots } from '../gateway/store.ts';
import { summaryOf } from '../smoke/summary.ts';
import { CONFIG_FILE } from './loadConfig.ts';
import { readRegularTextIfAny } from './readRegularFile.ts';
import { RECORDS } from './recordRules.ts';
import { readInsideIfAny } from './records.ts';

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
    configText: readRegularTextIfAny(path, 'config') ?? '',
    evidence,
    snapshots,
  };
}

/** The smoke tests that left their evidence in a working folder, by file. */
export async function readEvidence(workingFolder: string): Promise<readonly EvidenceSummary[]> {
  const folder = join(workingFolder, RECORDS, 'evidence');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).toSorted();
  return names.flatMap((name) => {
    const file = `${RECORDS}/evidence/${name}`;
    return summaryOf(readInsideIfAny(workingFolder, file, 'evidence') ?? '', file) ?? [];
  });
}
