// What the flags of `veo-audit smoke` settle before anything is read or sent.

import type { Day } from '../catalog/types.ts';
import type { Config } from '../contracts/schema.ts';
import { isLoopback } from '../network/loopback.ts';
import { type SmokeFolders, smokeFolders } from '../smoke/folders.ts';
import { readEvidence } from '../smoke/keptEvidence.ts';
import type { Run } from '../smoke/run.ts';
import { nodeFiles } from '../workspace/nodeFiles.ts';
import { asOfOption, type parseOptions } from './arguments.ts';
import { isCi } from './askTerminal.ts';
import { type CliContext, UsageError } from './context.ts';
import { numberOption } from './numberOption.ts';
import { FAULT_OPTIONS } from './smokeFaults.ts';
import { KEY_OPTIONS } from './smokeKeys.ts';
import { ROUTE_OPTIONS } from './smokeRoute.ts';

/** The part of the context that the command uses. */
export type SmokeContext = Pick<
  CliContext,
  | 'workingFolder'
  | 'today'
  | 'env'
  | 'catalog'
  | 'stdout'
  | 'stderr'
  | 'scanWorker'
  | 'videoWorker'
  | 'grammars'
>;

/** What all live runs of one command may cost where nobody says more. US dollars. */
const USUAL_CEILING_USD = 2;

export const SMOKE_OPTIONS = {
  ...ROUTE_OPTIONS,
  ...FAULT_OPTIONS,
  ...KEY_OPTIONS,
  simulate: { type: 'boolean' },
  live: { type: 'boolean' },
  'as-declared': { type: 'boolean' },
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
  /** Whether the speed was asked for. */
  readonly speedAsked: boolean;
  readonly asOf: Day;
  readonly ceilingUsd: number;
  readonly deadlineMs: number;
  readonly folders: SmokeFolders;
}

/** Reads the flags. A route that was never tested here is simulated, unless a live run is asked for. */
export async function settingsOf(
  values: SmokeValues,
  names: readonly string[],
  config: Config,
  context: SmokeContext,
): Promise<SmokeSettings> {
  const folders = smokeFolders(context.workingFolder);
  const said = values.simulate === true || values.simulator !== undefined;
  if (said && values.live) throw new UsageError('--live and --simulate exclude each other.');
  const simulated = said || (await isFirstRun(values, names, context));
  if (!simulated && (values['as-of'] ?? values.speed ?? values.fault ?? values.faults) !== undefined) {
    throw new UsageError('--as-of, --speed, --fault and --faults are for simulations: add --simulate.');
  }
  return {
    simulated,
    origin: originOf(values.simulator),
    speed: numberOption(values.speed, '--speed', simulated ? 60 : 1, { min: 0.01, max: 100_000 }),
    speedAsked: values.speed !== undefined,
    asOf: asOfOption(values['as-of'], context),
    // A workspace may ask for less than is usual, never for more.
    ceilingUsd: numberOption(
      values['max-usd'],
      '--max-usd',
      Math.min(USUAL_CEILING_USD, config.smoke?.maxUsd ?? USUAL_CEILING_USD),
      { min: 0, max: 10_000 },
    ),
    deadlineMs:
      numberOption(values.deadline, '--deadline', config.smoke?.deadlineMinutes ?? 10, {
        min: 0.1,
        max: 1440,
      }) * 60_000,
    folders,
  };
}

/** Whether no test of these routes is on record here and none of the flags speaks of a live one. Pipelines say what they want. */
async function isFirstRun(
  values: SmokeValues,
  names: readonly string[],
  context: SmokeContext,
): Promise<boolean> {
  const live = [values.live, values.yes, values['max-usd'], values['key-stdin'], values['key-host']];
  const routes = values.model === undefined ? names : [`${values.model} on ${values.surface}`];
  if (values.resume || isCi(context.env) || live.some((flag) => flag !== undefined)) return false;
  const tested = new Set((await readEvidence(nodeFiles(context.workingFolder))).map(({ route }) => route));
  if (routes.length === 0 || routes.every((route) => tested.has(route))) return false;
  context.stderr(
    'The first run of a route is simulated: free of charge, nothing leaves this machine. For a real request add --live.\n',
  );
  return true;
}

/** The origin of a simulator that runs. @throws UsageError where it is not on this machine */
export function originOf(url: string | undefined): string | null {
  if (url === undefined) return null;
  if (!URL.canParse(url) || !isLoopback(new URL(url).hostname)) {
    throw new UsageError(`--simulator needs an address on this machine, not "${url}".`);
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
  if (values.yes && values['max-usd'] === undefined)
    throw new UsageError('--yes needs --max-usd N: what may all requests together cost?');
  if (!values.yes && (!somebodyThere || isCi(context.env))) {
    throw new UsageError(
      'Nobody is here to confirm what a live run costs: give --yes --max-usd N, or --simulate.',
    );
  }
}
