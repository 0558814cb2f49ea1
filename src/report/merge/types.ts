// What a format of merged reports is: it takes one report after the other, so that not all are in memory at once.
import type { Catalog } from '../../catalog/catalog.ts';
import type { ReportOptions } from '../types.ts';
import type { MergeInput } from './input.ts';
import type { ReportTotals } from './totals.ts';

export interface MergeOptions extends ReportOptions {
  readonly catalog: Catalog;
}

export interface MergeWriter {
  /** The text that this report adds, maybe none yet. */
  add(input: MergeInput): string;
  /** What ends the text, with a line feed at its end. */
  end(rows: readonly ReportTotals[]): string;
}

export type MergeFormat = (options: MergeOptions) => MergeWriter;
