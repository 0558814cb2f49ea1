// The line between the editor's faces of smoke tests and the runner: what crosses it is plain data and callbacks, so
// that the runner knows no editor and is loaded only when a test is run.
import type { Probe } from '../../refresh/probe.ts';
import type { Attempt } from '../../smoke/ending.ts';
import type { BoundKey } from '../../smoke/keys.ts';
import type { OpenRuns } from '../../smoke/prove.ts';
import type { OpenRun, SmokeOrder, SmokeTask } from '../../smoke/together.ts';
import type { SmokeRoute } from '../../smoke/types.ts';

/** What all tests of one command share. */
export interface EditorOrder extends Omit<SmokeOrder, 'clock' | 'transport' | 'videoWorker' | 'standIns'> {
  /** How many times as fast as life a simulation goes. */
  readonly speed: number;
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
  /** Proves routes and goes on with interrupted runs, side by side; what became of each, in the same order. */
  prove(
    tasks: readonly SmokeTask[],
    runs: readonly OpenRun[],
    order: EditorOrder,
  ): Promise<readonly Attempt[]>;
  /** Asks a surface once, free of charge, whether it has a model; null where a person said no. */
  probe(route: SmokeRoute, order: ProbeOrder): Promise<Probe | null>;
  /** The runs below a folder that are not over. */
  openRuns(folder: string): Promise<OpenRuns>;
}
