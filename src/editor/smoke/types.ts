// The line between the editor's faces of smoke tests and the runner: what crosses it is plain data and callbacks, so
// that the runner knows no editor and is loaded only when a test is run.
import type { Catalog } from '../../catalog/catalog.ts';
import type { Day } from '../../catalog/types.ts';
import type { Probe } from '../../refresh/probe.ts';
import type { Sentence } from '../../smoke/describe.ts';
import type { BoundKey } from '../../smoke/keys.ts';
import type { OpenRuns, Proof } from '../../smoke/prove.ts';
import type { Run } from '../../smoke/run.ts';
import type { SmokeRequest, SmokeRoute } from '../../smoke/types.ts';

/** One route to prove. */
export interface SmokeTask {
  /** Who asked: comes back with everything that is heard of the task. */
  readonly id: string;
  /** Absolute path of the root folder that keeps journal, videos and evidence. */
  readonly folder: string;
  readonly route: SmokeRoute;
  readonly request: SmokeRequest;
  /** How long the submit may take, and again the job; the usual time where it is undefined. Milliseconds. */
  readonly deadlineMs?: number;
}

/** A run of an earlier window that is not over. */
export interface OpenRun {
  readonly folder: string;
  readonly run: Run;
}

/** What a person is asked before something that is billed. Without secrets. */
export interface Confirmation {
  readonly route: string;
  readonly host: string;
  /** US dollars; null where no price is known. */
  readonly mostUsd: number | null;
  /** Route, request, cost and ceiling in words. */
  readonly text: string;
  readonly prompt: string;
}

/** What all tests of one command share. */
export interface SmokeOrder {
  readonly catalog: Catalog;
  /** The day of simulations; a live test is always of today. */
  readonly asOf: Day;
  readonly version: string;
  readonly simulated: boolean;
  /** How many times as fast as life a simulation goes. */
  readonly speed: number;
  /** US dollars that all live tests together may cost. */
  readonly ceilingUsd: number;
  /** Whether a live test that passed also sends a request that must be refused. */
  readonly controlledFailure: boolean;
  /** Keys of live tests; simulations never see one. */
  readonly keys: readonly BoundKey[];
  readonly signal: AbortSignal;
  confirm(question: Confirmation): Promise<boolean>;
  /** Called with every event, secrets taken out; `sentence` is null where there is nothing to say. `id` is the task's, or the resumed run's. */
  onEvent(id: string, run: Run, sentence: Sentence | null): void;
}

/** What a person is asked before a surface is asked for a model. */
export interface ProbeQuestion {
  readonly url: string;
  readonly host: string;
  readonly model: string;
}

/** What one probe needs. */
export interface ProbeOrder {
  /** Absolute path of the root folder that keeps the answer. */
  readonly folder: string;
  readonly keys: readonly BoundKey[];
  confirm(question: ProbeQuestion): Promise<boolean>;
}

/** The runner, as the desktop has it. */
export interface SmokeEngine {
  /** Proves the routes side by side, under the limits of their surfaces; the proofs of each, in the same order. */
  prove(tasks: readonly SmokeTask[], order: SmokeOrder): Promise<readonly (readonly Proof[])[]>;
  /** Goes on with interrupted runs: asks for their jobs, never submits one twice. */
  resume(runs: readonly OpenRun[], order: SmokeOrder): Promise<readonly Proof[]>;
  /** Asks a surface once, free of charge, whether it has a model; null where a person said no. */
  probe(route: SmokeRoute, order: ProbeOrder): Promise<Probe | null>;
  /** The runs below a folder that are not over. */
  openRuns(folder: string): Promise<OpenRuns>;
}
