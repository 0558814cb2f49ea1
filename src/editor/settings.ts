// The settings, read per resource and never kept.
import * as vscode from 'vscode';
import type { RuleSeverities } from '../audit/severity.ts';
import { isDay } from '../catalog/days.ts';
import type { Day } from '../catalog/types.ts';
import { SETTING_TRUST, type SettingKey, workspaceCounts } from '../config/trust.ts';

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
  const asOf = setting('asOf', '', resource);
  return {
    enable: setting('enable', true, resource),
    severities: setting<RuleSeverities>('severities', {}, resource),
    inlayHints: setting('inlayHints', true, resource),
    codeLens: setting('codeLens', true, resource),
    scan: setting<Settings['scan']>('scan', 'automatic', resource),
    asOf: isDay(asOf) ? asOf : null,
  };
}

/** One setting: a workspace's own value only where the table of trust lets it count. */
export function setting<T>(key: SettingKey, fallback: T, resource?: vscode.ConfigurationScope): T {
  const section = vscode.workspace.getConfiguration(SECTION, resource ?? null);
  if (workspaceCounts(SETTING_TRUST[key], vscode.workspace.isTrusted)) return section.get<T>(key, fallback);
  const { globalValue, defaultValue } = section.inspect<T>(key) ?? {};
  return globalValue ?? defaultValue ?? fallback;
}
