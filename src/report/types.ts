// What a run gives and what a report format is.
import type { ContractInputs } from '../audit/contractAudit.ts';
import type { DocumentAudit, Severity } from '../audit/types.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import type { PageDetail } from './detail/types.ts';

/** A whole run over files. Audits are sorted by path and hold only documents with something to say. */
export interface RunAudit {
  readonly asOf: Day;
  readonly catalog: Catalog;
  readonly audits: readonly DocumentAudit[];
  /** Text files read, and their bytes. */
  readonly files: number;
  readonly bytes: number;
  /** What the team's contracts are held against, where there are any. */
  readonly contracts?: ContractInputs | undefined;
}

export interface ReportOptions {
  /**
   * How much a report for people says: everything, the sums alone, or findings of a severity and worse, and nothing
   * where there is none (`never`: nothing at all).
   */
  readonly detail: 'all' | 'sums' | { readonly from: Severity | 'never' };
  /** Whether the output is a terminal that shows colours. */
  readonly color: boolean;
  /** The version of this program. */
  readonly version: string;
  /** Pages about one thing that the report's page leads to, beside those that follow from the run. */
  readonly pages?: readonly PageDetail[];
  /** The script of the report's page. */
  pageScript(): string;
}

/** Turns a run into the text of a report, with a line feed at its end. */
export type ReportFormat = (run: RunAudit, options: ReportOptions) => string;

/** How many findings count, by severity. Suppressed ones do not. */
export type FindingCounts = Readonly<Record<Severity, number>>;
