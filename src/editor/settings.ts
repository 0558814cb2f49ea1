// The settings, read per resource and never kept.
import * as vscode from 'vscode';
import type { RuleSeverities } from '../audit/engine.ts';
import { isDay } from '../catalog/days.ts';
import type { Day } from '../catalog/types.ts';

export const SECTION = 'veoAudit';

export interface Settings {
  readonly enable: boolean;
  readonly severities: RuleSeverities;
  readonly inlayHints: boolean;
  readonly codeLens: boolean;
  readonly scan: 'automatic' | 'manual';
  /** The day that answers are for; null for today. */
  readonly asOf: Day | null;
}

/** The settings that hold for a resource. */
export function settingsFor(resource: vscode.ConfigurationScope | undefined): Settings {
  const section = vscode.workspace.getConfiguration(SECTION, resource ?? null);
  const asOf = section.get<string>('asOf', '');
  return {
    enable: section.get('enable', true),
    severities: section.get<RuleSeverities>('severities', {}),
    inlayHints: section.get('inlayHints', true),
    codeLens: section.get('codeLens', true),
    scan: section.get<Settings['scan']>('scan', 'automatic'),
    asOf: isDay(asOf) ? asOf : null,
  };
}
