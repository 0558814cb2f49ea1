// What a command gets from the world: everything that a test can put in the place of.
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import type { CachePlace } from './cachePlace.ts';

export interface CliContext {
  /** Absolute; files are printed relative to it. */
  readonly workingFolder: string;
  /** The day that answers are for unless `--as-of` says another, in the user's time zone. */
  readonly today: Day;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Builds the catalog when a command needs it, with the facts that the workspace has accepted. */
  catalog(): Promise<Catalog>;
  /** All of standard input. */
  stdin(): Promise<Buffer>;
  /** The catalog as it was released. */
  bundledCatalog?(): Promise<Catalog>;
  stdout(text: string): void;
  stderr(text: string): void;
  /** Whether standard output shows colours. */
  readonly color: boolean;
  /** The version of this program. */
  readonly version: string;
  /** Rewrites the line of standard error that is being written; undefined where it is no terminal. */
  readonly rewriteLine?: (text: string) => void;
  /** The bundled worker that reads large trees; undefined where it was not built. */
  readonly scanWorker: URL | undefined;
  /** The bundled worker that looks into videos; without it they are looked into in this thread. */
  readonly videoWorker?: URL;
  /** The script of the report's page, as it was built. */
  readonly pageScript: URL;
  /** Where what was read is remembered; without it every run reads everything. */
  cachePlace?(): Promise<CachePlace>;
  /** The folder of the grammars, with a slash at the end. */
  readonly grammars: URL;
}

/** Exit statuses of the contract. */
export const EXIT = { ok: 0, findings: 1, usage: 2 } as const;

/** Wrong usage or a broken configuration: one sentence that says what, where and what to do. */
export class UsageError extends Error {}
