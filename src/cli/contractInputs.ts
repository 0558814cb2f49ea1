// Reads what contracts are held against: the configuration's text, the evidence of smoke tests, gateways' snapshots.
import { readdir } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { ContractInputs } from '../audit/contractAudit.ts';
import type { EvidenceSummary } from '../audit/evidenceSummary.ts';
import { CONFIG_FILE } from '../contracts/configFile.ts';
import type { Config } from '../contracts/schema.ts';
import { summaryOf } from '../smoke/summary.ts';
import { readRegularTextIfAny } from '../workspace/readRegularFile.ts';
import { RECORDS } from '../workspace/recordRules.ts';
import { readInside } from '../workspace/records.ts';
import { reasonOf, type SkippedFile } from '../workspace/skipped.ts';
import { readAllSnapshots } from '../workspace/snapshotStore.ts';

type OnSkipped = (skipped: SkippedFile) => void;

/** The inputs of a working folder; `named` is what `--config` gives. What cannot be read is handed to `onSkipped`. */
export async function readContractInputs(
  workingFolder: string,
  config: Config,
  named: string | undefined,
  onSkipped?: OnSkipped,
): Promise<Omit<ContractInputs, 'complete'>> {
  const path = resolve(workingFolder, named ?? CONFIG_FILE);
  const [evidence, snapshots] = await Promise.all([
    readEvidence(workingFolder, onSkipped),
    readAllSnapshots(workingFolder, config, (file, reason) => onSkipped?.({ file, reason })),
  ]);
  return {
    config,
    configFile: (relative(workingFolder, path) || CONFIG_FILE).replaceAll('\\', '/'),
    configText: readRegularTextIfAny(path, 'config') ?? '',
    evidence,
    snapshots,
    unread: [],
  };
}

/** The smoke tests that left their evidence in a working folder, by file. What cannot be read is handed to `onSkipped`. */
export async function readEvidence(
  workingFolder: string,
  onSkipped: OnSkipped = () => undefined,
): Promise<readonly EvidenceSummary[]> {
  const folder = join(workingFolder, RECORDS, 'evidence');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).toSorted();
  return names.flatMap((name) => {
    const file = `${RECORDS}/evidence/${name}`;
    try {
      const summary = summaryOf(readInside(workingFolder, file, 'evidence'), file);
      if (summary !== null) return summary;
      onSkipped({ file, reason: 'it is damaged, or of another version' });
    } catch (error) {
      onSkipped({ file, reason: reasonOf(error) });
    }
    return [];
  });
}
