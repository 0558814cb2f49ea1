// `veo-audit smoke`: proves routes from the terminal, simulated or live.

import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { version } from '../../package.json';
import type { FoundRoute } from '../contracts/match.ts';
import type { Config } from '../contracts/schema.ts';
import { simulatorsFor } from '../simulator/again.ts';
import { scaledClock } from '../smoke/clock.ts';
import type { Sentence } from '../smoke/describe.ts';
import { nameOf, proofsOf } from '../smoke/ending.ts';
import { endNamed, endWord } from '../smoke/endWord.ts';
import { fetchTransport, type Transport } from '../smoke/http.ts';
import { openRuns } from '../smoke/prove.ts';
import { oneAtATime } from '../smoke/questions.ts';
import { isEnded, type Run } from '../smoke/run.ts';
import { RunError } from '../smoke/runErrors.ts';
import { type Confirmation, proveTogether, type StandIn } from '../smoke/together.ts';
import type { Clock } from '../smoke/types.ts';
import { messageOf } from '../thrown.ts';
import { RecordPlaceError } from '../workspace/records.ts';
import { parseOptions } from './arguments.ts';
import { personHere } from './askTerminal.ts';
import { EXIT, UsageError } from './context.ts';
import { type ConfiguredRoute, contractRoutes } from './contractRoutes.ts';
import type { RouteQuestion } from './routesIn.ts';
import { sharedSpeed } from './sharedSpeed.ts';
import { faultsOf } from './smokeFaults.ts';
import { liveKeys } from './smokeKeys.ts';
import { requestOf, routeOf } from './smokeRoute.ts';
import {
  requireConsent,
  SMOKE_OPTIONS,
  type SmokeContext,
  type SmokeSettings,
  type SmokeValues,
  settingsOf,
} from './smokeSettings.ts';
import { conclude } from './smokeSummary.ts';
import { workspaceConfig } from './workspaceConfig.ts';

/** What the command needs beyond every command's context; all of it can be replaced in a test. */
export interface SmokeExtras {
  /** Routes that the configuration names. */
  readonly routes?: (names: readonly string[]) => Promise<readonly ConfiguredRoute[]>;
  readStdin(): Promise<string>;
  /** Asks a person; undefined where nobody is there. */
  readonly ask: ((question: string) => Promise<boolean>) | undefined;
  transport(): Transport;
  /** Whether a sentence about a run is printed; asked once its event is on disk. */
  shows(sentence: Sentence): boolean;
  /** A clock that runs so many times as fast as life. */
  clock(speed: number): Clock;
  /** Whether Google Cloud's application default credentials may be looked for. */
  readonly defaultCredentials: boolean;
  /** Aborts on the first Ctrl+C; the second one ends the program. */
  interrupted(): AbortSignal;
}

/** The extras of a real terminal. */
export function terminalExtras(env: SmokeContext['env']): SmokeExtras {
  return {
    readStdin: async () => readFileSync(0, 'utf8'),
    ask: personHere(env),
    transport: () => fetchTransport(),
    shows: ({ loudness, repeats }) => loudness !== 'debug' && repeats !== true,
    clock: scaledClock,
    defaultCredentials: true,
    interrupted: () => {
      const controller = new AbortController();
      process.once('SIGINT', () => controller.abort());
      return controller.signal;
    },
  };
}

/** Runs the command; the exit status. */
export async function smokeCommand(
  args: readonly string[],
  context: SmokeContext,
  extras: SmokeExtras = terminalExtras(context.env),
): Promise<number> {
  const { values, positionals } = parseOptions(args, SMOKE_OPTIONS, 'smoke');
  const { config } = await workspaceConfig(context.workingFolder);
  const settings = await settingsOf(values, positionals, config, context);
  const { runs: resumed, broken: unread } = values.resume
    ? await runsToResume(settings, positionals, context)
    : NOTHING_OPEN;
  const asked = values.resume
    ? []
    : await askedRoutes(values, positionals, settings, config, context, extras);
  const catalog = await context.catalog();
  requireConsent(values, settings, resumed, context, extras.ask !== undefined);
  const transport = extras.transport();
  const clock = extras.clock(await sharedSpeed(settings, transport, context));
  const tasks = asked.map(({ route, request, requestFrom }) => ({
    id: route.name,
    folder: context.workingFolder,
    route,
    request: requestOf(values, catalog, route, request),
    requestFrom,
    deadlineMs: settings.deadlineMs,
  }));
  const routes = [...tasks, ...resumed.map(({ plan }) => plan)].map(({ route }) => route);
  const { env } = context;
  const { readStdin, defaultCredentials } = extras;
  const keys = settings.simulated
    ? []
    : await liveKeys(values, routes, { env, readStdin, defaultCredentials });
  const signal = extras.interrupted();
  const ask = oneAtATime(async ({ kind, mostUsd, text }: Confirmation) =>
    // A cost that nobody knows cannot be kept under a ceiling; a retired ID has no price any more.
    values.yes ? mostUsd !== null || kind === 'controlled-failure' : ((await extras.ask?.(text)) ?? false),
  );
  const attempts = await proveTogether(
    tasks,
    resumed.map((run) => ({ folder: context.workingFolder, run })),
    {
      catalog,
      version,
      keys,
      signal,
      clock,
      asOf: settings.asOf,
      simulated: settings.simulated,
      ceilingUsd: settings.ceilingUsd,
      controlledFailure: values['controlled-failure'] === true,
      transport,
      videoWorker: context.videoWorker,
      standIns: () => standIns(values, settings, resumed, clock, context),
      confirm: (question) => ask(question, signal),
      onEvent: (_id, run, sentence) => {
        if (sentence !== null && extras.shows(sentence))
          context.stderr(`${nameOf(run)}: ${isEnded(run) ? endNow(run) : sentence.text}\n`);
      },
    },
  );
  const status = conclude(attempts.flatMap(proofsOf), values.junit, context);
  throwBroken(attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason] : [])));
  return unread === 0 ? status : Math.max(status, EXIT.findings);
}

/** Why it ended so is said once, on standard output. */
function endNow({ state, outcome, submitsSent }: Run): string {
  return endWord(state, endNamed(state, outcome?.failure ?? null, submitsSent));
}

/** Ends the command by what stopped runs: a fault of the program first, otherwise a sentence for each run. */
function throwBroken(reasons: readonly unknown[]): void {
  if (reasons.length === 0) return;
  const fault = reasons.find((reason) => !isForUser(reason));
  if (fault !== undefined) throw fault;
  throw new UsageError(
    reasons
      .filter(isForUser)
      .map(({ message }) => message)
      .join('\n'),
  );
}

async function askedRoutes(
  values: SmokeValues,
  names: readonly string[],
  settings: SmokeSettings,
  config: Config,
  context: SmokeContext,
  extras: SmokeExtras,
): Promise<readonly ConfiguredRoute[]> {
  if (values.model === undefined) {
    if (names.length === 0)
      throw new UsageError('Name a route, or --model and --surface. See veo-audit smoke --help.');
    if (extras.routes !== undefined) return extras.routes(names);
    const catalog = await context.catalog();
    const declared = wantsDeclared(values);
    const found = await routesOfCode({ config, catalog, asOf: settings.asOf }, context);
    return contractRoutes(config, names, values, catalog, settings.simulated, found, declared);
  }
  if (values['as-declared']) throw new UsageError('--as-declared is for routes of veo-audit.yaml: name one.');
  if (names.length > 0) throw new UsageError('Name routes or --model, not both.');
  return [{ route: routeOf(values, values.model, await context.catalog(), settings.simulated), request: {} }];
}

const REQUEST_FLAGS = ['seconds', 'resolution', 'aspect-ratio', 'samples', 'audio', 'no-audio'] as const;

/** Reading code is loaded only where it is wanted. */
async function routesOfCode(question: RouteQuestion, context: SmokeContext): Promise<readonly FoundRoute[]> {
  const { routesIn } = await import('./routesIn.ts');
  return (await routesIn([], question, context)).routes;
}

function wantsDeclared(values: SmokeValues): boolean {
  const flag = REQUEST_FLAGS.find((name) => values[name] !== undefined);
  if (values['as-declared'] && flag !== undefined)
    throw new UsageError(`--as-declared sends what the route declares: leave --${flag} out.`);
  return values['as-declared'] === true;
}

function isForUser(error: unknown): error is Error {
  return error instanceof RunError || error instanceof RecordPlaceError;
}

/** What `--resume` found: how many journals cannot be read, and the runs that can go on. */
interface OpenHere {
  readonly runs: readonly Run[];
  readonly broken: number;
}

const NOTHING_OPEN: OpenHere = { runs: [], broken: 0 };

/** The runs that are not over and of the kind that the flags speak of. */
async function runsToResume(
  settings: SmokeSettings,
  ids: readonly string[],
  context: SmokeContext,
): Promise<OpenHere> {
  const { open, busy, broken } = await openRuns(settings.folders);
  const wanted = busy.find(({ id }) => ids.includes(id));
  if (wanted !== undefined) throw new UsageError(wanted.why);
  for (const { why } of busy) context.stderr(`${why}\n`);
  for (const { id, reason } of broken)
    context.stderr(`The journal of ${id} cannot be read and was left alone: ${reason}.\n`);
  const unreadable = broken.find(({ id }) => ids.includes(id));
  if (unreadable !== undefined)
    throw new UsageError(`The run "${unreadable.id}" cannot be resumed: ${unreadable.reason}.`);
  const missing = ids.find((id) => !open.some(({ plan }) => plan.id === id));
  if (missing !== undefined)
    throw new UsageError(
      `No run "${missing}" is open in ${relative(context.workingFolder, settings.folders.journal)}.`,
    );
  const chosen = open.filter(({ plan }) => ids.length === 0 || ids.includes(plan.id));
  const fitting = chosen.filter(({ plan }) => plan.simulated === settings.simulated);
  if (fitting.length < chosen.length) {
    const other = settings.simulated
      ? 'live runs are left: resume them without --simulate'
      : 'simulated runs are left: resume them with --simulate';
    context.stderr(`${chosen.length - fitting.length} ${other}.\n`);
  }
  if (chosen.length === 0) context.stderr('No run is open.\n');
  return { runs: fitting, broken: broken.length };
}

/** A simulator that runs already, or those of this command alone. */
async function standIns(
  values: SmokeValues,
  { origin, asOf }: SmokeSettings,
  resumed: readonly Run[],
  clock: Clock,
  context: SmokeContext,
): Promise<readonly StandIn[]> {
  if (origin !== null) return [{ origin, close: async () => {} }];
  const faults = faultsOf(values, context.workingFolder);
  const started = simulatorsFor(resumed, { catalog: await context.catalog(), asOf, clock, faults });
  return started.catch((error: unknown) => {
    if (!values.resume) throw error;
    const reason = messageOf(error);
    throw new UsageError(
      `No simulator can be started for the runs: ${reason}. Name one that runs by --simulator.`,
    );
  });
}
