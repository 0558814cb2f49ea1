// What a folder is audited by, beside its files.
import type { ContractInputs } from '../../audit/contractAudit.ts';
import type { AuditOptions } from '../../audit/engine.ts';
import type { Config } from '../../contracts/schema.ts';

/** What a team, a user and the calendar decide. Each change of a part costs only what depends on it. */
export interface FolderInputs extends AuditOptions {
  readonly config: Config;
  /** The path of the configuration in the folder. */
  readonly configFile: string;
  /** What contracts are held against; null where they are not looked at. */
  readonly contracts: ContractInputs | null;
  /** False where places in the configuration are those of an older text: then nothing is reported in it. */
  readonly configIsNewest?: boolean;
}

/** Whether two inputs say the same: what is large is compared by identity, the rest by value. */
export function isSameInputs(a: FolderInputs, b: FolderInputs): boolean {
  const large = ({ catalog, config, contracts }: FolderInputs) => [
    catalog,
    config,
    contracts?.evidence,
    contracts?.snapshots,
  ];
  const small = ({ asOf, severities, places, configFile, configIsNewest, contracts }: FolderInputs): string =>
    JSON.stringify([
      asOf,
      severities,
      places,
      configFile,
      configIsNewest,
      contracts?.configText,
      contracts?.complete,
    ]);
  const others = large(b);
  return large(a).every((one, index) => one === others[index]) && small(a) === small(b);
}
