// The settings of smoke tests. All are of the machine: no workspace can raise a ceiling or choose a project.
import * as vscode from 'vscode';
import { SECTION } from '../settings.ts';

export interface SmokeSettings {
  /** US dollars that the live tests of one command may cost together. */
  readonly maxUsd: number;
  readonly speed: number;
  readonly controlledFailure: boolean;
  /** The Google Cloud project of live tests on Vertex AI; empty where none is set. */
  readonly project: string;
  readonly location: string;
}

/** The settings as they are now. */
export function smokeSettings(): SmokeSettings {
  const section = vscode.workspace.getConfiguration(`${SECTION}.smoke`, null);
  return {
    maxUsd: Math.max(0, section.get('maxUsd', 2)),
    speed: Math.min(1000, Math.max(1, section.get('simulationSpeed', 20))),
    controlledFailure: section.get('controlledFailure', false),
    project: section.get('project', ''),
    location: section.get('location', 'us-central1'),
  };
}
