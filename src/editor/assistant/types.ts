// The line between the editor and what answers coding assistants, which is a bundle of its own.
import type { Catalog } from '../../catalog/catalog.ts';
import type { Day } from '../../catalog/types.ts';

/** Where a question is asked. */
export interface AskedIn {
  /** Absolute path of the root folder. */
  readonly folder: string;
  readonly catalog: Catalog;
  readonly today: Day;
  readonly version: string;
  /** The folder of the grammars, with a slash at the end. */
  readonly grammars: URL;
}

export interface Assistant {
  /** The texts of an answer: what the tool says, and JSON with data. A tool that there is not throws. */
  answer(tool: string, input: unknown, asked: AskedIn): Promise<readonly [says: string, data: string]>;
}
