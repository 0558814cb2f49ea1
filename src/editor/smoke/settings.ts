// The settings of smoke tests. No workspace can raise a ceiling or choose a project.
import { setting } from '../settings.ts';

export interface SmokeSettings {
  /** US dollars that the live tests of one command may cost together. */
  readonly maxUsd: number;
  readonly speed: number;
  readonly controlledFailure: boolean;
  /** The Google Cloud project of live tests on Vertex AI; empty where none is set. */
  readonly project: string;
  readonly location: string;
  /** Whether a run brings its output into sight. */
  readonly revealOutput: boolean;
}

/** The settings as they are now. */
export function smokeSettings(): SmokeSettings {
  return {
    maxUsd: Math.max(0, setting('smoke.maxUsd', 2)),
    speed: Math.min(1000, Math.max(1, setting('smoke.simulationSpeed', 20))),
    controlledFailure: setting('smoke.controlledFailure', false),
    project: setting('smoke.project', ''),
    location: setting('smoke.location', 'us-central1'),
    revealOutput: setting('smoke.revealOutput', true),
  };
}
