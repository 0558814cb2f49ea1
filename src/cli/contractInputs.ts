// Reads what contracts are held against: the configuration's text, the evidence of smoke tests, gateways' snapshots.
import { relative, resolve } from 'node:path';
import type { ContractInputs } from '../audit/contractAudit.ts';
import { CONFIG_FILE } from '../contracts/configFile.ts';
import { readEvidence } from '../smoke/keptEvidence.ts';
import type { LoadedConfig } from '../workspace/loadConfig.ts';
import { nodeFiles } from '../workspace/nodeFiles.ts';
import type { SkippedFile } from '../workspace/skipped.ts';
import { readAllSnapshots } from '../workspace/snapshotStore.ts';

/** The inputs of a working folder with its configuration. What cannot be read is handed to `onSkipped`. */
export async function readContractInputs(
  workingFolder: string,
  { config, file: named, text }: LoadedConfig,
  onSkipped: (skipped: SkippedFile) => void = () => undefined,
): Promise<Omit<ContractInputs, 'complete'>> {
  const files = nodeFiles(workingFolder);
  const [evidence, snapshots] = await Promise.all([
    readEvidence(files, onSkipped),
    readAllSnapshots(files, config.gateways, (file, reason) => onSkipped({ file, reason })),
  ]);
  const configFile = relative(workingFolder, resolve(workingFolder, named)) || CONFIG_FILE;
  return {
    config,
    configFile: configFile.replaceAll('\\', '/'),
    configText: text,
    evidence,
    snapshots,
    unread: [],
  };
}
