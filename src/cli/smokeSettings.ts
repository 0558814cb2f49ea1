// What the flags of `veo-audit smoke` settle before anything is read or sent.
import type { Day } from '../catalog/types.ts';
import { type SmokeFolders, smokeFolders } from '../smoke/folders.ts';
import { isLoopback } from '../smoke/keys.ts';
import type { Run } from '../smoke/run.ts';
import { dayOption, type parseOptions } from './arguments.ts';
import { type CliContext, UsageError } from './context.ts';
import { numberOption } from './numberOption.ts';
import { FAULT_OPTIONS } from './smokeFaults.ts';
import { KEY_OPTIONS } from './smokeKeys.ts';
import { ROUTE_OPTIONS } from './smokeRoute.ts';

/** The part of the context that the command uses. */
export type SmokeContext = Pick<
  CliContext,
  'workingFolder' | 'today' | 'env' | 'catalog' | 'stdout' | 'stderr'
>;

export const SMOKE_OPTIONS = {
  ...ROUTE_OPTIONS,
  ...FAULT_OPTIONS,
  ...KEY_OPTIONS,
  simulate: { type: 'boolean' },
  simulator: { type: 'string' },
  speed: { type: 'string' },
  'as-of': { type: 'string' },
  yes: { type: 'boolean' },
  'max-usd': { type: 'string' },
  'controlled-failure': { type: 'boolean' },
  resume: { type: 'boolean' },
  deadline: { type: 'string' },
  junit: { type: 'string' },
} as const;

export type SmokeValues = ReturnType<typeof parseOptions<typeof SMOKE_OPTIONS>>['values'];

/** What the flags settle before anything is read or sent. */
export interface SmokeSettings {
  readonly simulated: boolean;
  /** A simulator that runs already. */
  readonly origin: string | null;
  readonly speed: number;
  readonly asOf: Day;
  readonly ceilingUsd: number | null;
  readonly deadlineMs: number;
  readonly folders: SmokeFolders;
}

export function settingsOf(values: SmokeValues, context: SmokeContext): SmokeSettings {
  const simulated = values.simulate === true || values.simulator !== undefined;
  if (!simulated && (values['as-of'] ?? values.speed ?? values.fault ?? values.faults) !== undefined) {
    throw new UsageError('--as-of, --speed, --fault and --faults are for simulations: add --simulate.');
  }
  return {
    simulated,
    origin: originOf(values.simulator),
    speed: numberOption(values.speed, '--speed', simulated ? 60 : 1, { min: 0.01, max: 100_000 }),
    asOf: dayOption(values['as-of'], '--as-of', context.today),
    ceilingUsd:
      values['max-usd'] === undefined
        ? null
        : numberOption(values['max-usd'], '--max-usd', 0, { min: 0, max: 10_000 }),
    deadlineMs: numberOption(values.deadline, '--deadline', 10, { min: 0.1, max: 1440 }) * 60_000,
    folders: smokeFolders(context.workingFolder),
  };
}

function originOf(url: string | undefined): string | null {
  if (url === undefined) return null;
  if (!URL.canParse(url) || !isLoopback(new URL(url).hostname)) {
    throw new UsageError(`--simulator needs an address on this machine; "${url}" is none.`);
  }
  return new URL(url).origin;
}

/** Without a person to ask, what may be billed needs --yes and --max-usd. Polling a job that exists costs nothing more. */
export function requireConsent(
  values: SmokeValues,
  settings: SmokeSettings,
  resumed: readonly Run[],
  context: SmokeContext,
  somebodyThere: boolean,
): void {
  const onlyPolls =
    values.resume === true &&
    values['controlled-failure'] !== true &&
    resumed.every(({ handle, submitInFlight }) => handle !== null || submitInFlight);
  if (settings.simulated || onlyPolls) return;
  if (values.yes && settings.ceilingUsd === null)
    throw new UsageError('--yes needs --max-usd N: what may all requests together cost?');
  if (!values.yes && (!somebodyThere || isCi(context.env))) {
    throw new UsageError(
      'Nobody is here to confirm what a live run costs: give --yes --max-usd N, or --simulate.',
    );
  }
}

/** Whether a pipeline runs this. */
export function isCi(env: CliContext['env']): boolean {
  return env.CI !== undefined && env.CI !== '' && env.CI !== 'false';
}
