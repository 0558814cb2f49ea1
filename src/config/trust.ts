// How far a workspace's word goes: one row for each key of both configurations. The one table; documentation, manifest and
// code follow it. Needs no editor.
import type { Config } from '../contracts/schema.ts';

/**
 * Whose value of a key counts. `always`: the workspace's, trusted or not, since it can neither hide a finding nor spend
 * nor send anything. `trusted`: the workspace's only where the user trusts it. `never`: the user's own alone.
 */
export type WorkspaceWord = 'always' | 'trusted' | 'never';

export interface TrustRow {
  readonly word: WorkspaceWord;
  /** What the key could do in the wrong hands, or why it cannot: a clause for people. */
  readonly why: string;
}

/** Editor settings, by their name behind `veoAudit.`. */
export const SETTING_TRUST = {
  enable: { word: 'trusted', why: 'switches the audit off' },
  scan: { word: 'trusted', why: 'leaves files that are not open unaudited' },
  severities: { word: 'trusted', why: 'switches rules off' },
  inlayHints: { word: 'always', why: 'shows less; every finding stays' },
  codeLens: { word: 'always', why: 'shows less; every finding stays' },
  asOf: { word: 'trusted', why: 'answers for a day on which nothing was shut down yet' },
  gatewayUrls: { word: 'never', why: 'names addresses that are asked' },
  'smoke.maxUsd': { word: 'never', why: 'spends money' },
  'smoke.controlledFailure': { word: 'never', why: 'sends one more request' },
  'smoke.project': { word: 'never', why: 'chooses who pays' },
  'smoke.location': { word: 'never', why: 'chooses a host that gets a key' },
  'smoke.revealOutput': { word: 'always', why: 'is about a panel; nothing is sent' },
  'smoke.simulationSpeed': { word: 'never', why: 'is about this machine' },
} as const satisfies Readonly<Record<string, TrustRow>>;

export type SettingKey = keyof typeof SETTING_TRUST;

type ConfigKey = Exclude<keyof Config, 'smoke'> | `smoke.${keyof NonNullable<Config['smoke']>}`;
/** Keys below a name that the team chose, which is written as a star. */
type NestedKey = 'routes.*.fallbacks.approved' | 'gateways.*.url';

/** Keys of veo-audit.yaml. A key of the schema without a row does not compile. */
export const CONFIG_TRUST: Readonly<Record<ConfigKey | NestedKey, TrustRow>> = {
  rules: { word: 'trusted', why: 'switches rules off' },
  places: { word: 'trusted', why: 'switches findings off' },
  ignore: { word: 'trusted', why: 'leaves files unaudited' },
  routes: { word: 'always', why: 'adds findings; the one key that takes some away has its own row' },
  'routes.*.fallbacks.approved': { word: 'trusted', why: 'silences fallback-dearer' },
  gateways: { word: 'always', why: 'adds findings; the one key that asks somebody has its own row' },
  'gateways.*.url': { word: 'trusted', why: 'names an address that is asked' },
  prices: { word: 'trusted', why: 'makes dear requests look cheap' },
  'smoke.maxAgeDays': { word: 'trusted', why: 'lets old evidence count' },
  'smoke.maxUsd': { word: 'always', why: 'can only lower what the user allows' },
  'smoke.prompt': { word: 'trusted', why: 'is sent to a surface' },
  'smoke.seconds': { word: 'trusted', why: 'makes a test dearer' },
  'smoke.resolution': { word: 'trusted', why: 'makes a test dearer' },
  'smoke.deadlineMinutes': { word: 'trusted', why: 'keeps a test waiting' },
};

/** Files of a workspace that hold more than settings. */
export const FILE_TRUST = {
  acceptedFacts: { word: 'trusted', why: 'can make a model that was shut down look as if it answered' },
  probes: { word: 'trusted', why: 'can say of a model that a surface has it, or has not' },
} as const satisfies Readonly<Record<string, TrustRow>>;

/** Whether a workspace's own value counts. */
export function workspaceCounts({ word }: TrustRow, isTrusted: boolean): boolean {
  return word === 'always' || (word === 'trusted' && isTrusted);
}

/** What of a configuration counts in a workspace that may not be trusted. */
export function trustedPart(config: Config, isTrusted: boolean): Config {
  const left = Object.entries(CONFIG_TRUST).filter(([, row]) => !workspaceCounts(row, isTrusted));
  return left.reduce<Config>((part, [key]) => without(part, key.split('.')), config);
}

/** The value without what lies at a path; a star stands for every key. */
function without<T>(value: T, [step, ...rest]: readonly string[]): T {
  if (step === undefined || typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    if (step !== '*' && key !== step) return [[key, inner]];
    return rest.length === 0 ? [] : [[key, without(inner, rest)]];
  });
  return Object.fromEntries(entries) as T;
}
