// `veo-audit smoke`: proves routes from the terminal, simulated or live.
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { version } from '../../package.json';
import { estimateCost } from '../cost/estimate.ts';
import { scaledClock } from '../smoke/clock.ts';
import { describeEvent, describeQuestion } from '../smoke/describe.ts';
import { KEYS_VARIABLE } from '../smoke/environmentKeys.ts';
import type { Evidence } from '../smoke/evidence.ts';
import { smokeFolders } from '../smoke/folders.ts';
import { fetchTransport, type Transport } from '../smoke/http.ts';
import { junitOf } from '../smoke/junit.ts';
import { isLoopback, keyRing, watchedKeys } from '../smoke/keys.ts';
import { createLimiter } from '../smoke/limits.ts';
import { planSmoke } from '../smoke/plan.ts';
import { openRuns, type Proof, type ProveOptions, prove, proveResumed } from '../smoke/prove.ts';
import { secretBook } from '../smoke/redact.ts';
import type { Run } from '../smoke/run.ts';
import { createBudget, type SmokeWorld } from '../smoke/session.ts';
import { type RunningSimulator, startSimulator } from '../smoke/simulator/server.ts';
import { folderStore } from '../smoke/store.ts';
import { type Clock, FAMILY_IDS, type SmokeRequest, type SmokeRoute } from '../smoke/types.ts';
import { dayOption, parseOptions } from './arguments.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';
import { numberOption } from './numberOption.ts';
import { FAULT_OPTIONS, faultsOf } from './smokeFaults.ts';
import { KEY_OPTIONS, liveKeys, simulatorKeys } from './smokeKeys.ts';
import { ROUTE_OPTIONS, requestOf, routeOf } from './smokeRoute.ts';

export const SMOKE_HELP = `Usage: veo-audit smoke [ROUTE…] [options]
       veo-audit smoke --model ID --surface SURFACE [options]
       veo-audit smoke --resume [RUN…]

Proves a route with one small job: is it accepted, does it finish, is the video what was asked for, what does
it cost. Evidence goes to .veo-audit/evidence as JSON and Markdown, the video to .veo-audit/videos.

What is asked
  --model ID, --surface SURFACE    a route that no configuration names
  --seconds N, --resolution R, --aspect-ratio 16:9|9:16, --samples N, --audio, --no-audio, --prompt TEXT
                      default: the shortest 720p video that the model makes
  --base-url URL, --family FAMILY  where a gateway lives and what it speaks: ${FAMILY_IDS.join(', ')}
  --project ID, --location L       for Vertex AI

Simulated, free of charge
  --simulate          against a stand-in on this machine; its evidence says "simulated": true
  --simulator URL     use a stand-in that runs already (veo-audit simulate)
  --speed N           how much faster than life it goes (default 60)
  --fault NAME[@STEP][#NTH][*TIMES], --faults FILE    what goes wrong; may be given several times
  --as-of YYYY-MM-DD  on which day (simulations only; a live run is always today)

Live, for money
  --yes --max-usd N   send without a question, as long as all routes together cost at most N US dollars
  --max-usd N         ask before each request; needs a terminal
  --controlled-failure   also send one request that must be refused (always done in simulations)
  --key-stdin         read a key from standard input, for the host of --base-url or of the public surface
  --key-host HOST     … for this host
                      Keys of the environment: GEMINI_API_KEY, GOOGLE_API_KEY, OPENROUTER_API_KEY, VERTEX_ACCESS_TOKEN
                      (or Google Cloud's application default credentials), and ${KEYS_VARIABLE}="host=key …" for gateways

Both
  --resume            go on with runs that were interrupted; polls their jobs, never submits a job twice
  --deadline MINUTES  for the submit, and again for the job (default 10)
  --junit FILE        also write a JUnit report

Exit status: 0 every run passed, 1 a run did not pass, 2 wrong usage.
`;

const OPTIONS = {
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

type Values = ReturnType<typeof parseOptions<typeof OPTIONS>>['values'];

/** The part of the context that the command uses. */
export type SmokeContext = Pick<
  CliContext,
  'workingFolder' | 'today' | 'env' | 'catalog' | 'stdout' | 'stderr'
>;

/** A route of the configuration and what of its smallest request it changes. */
export interface ConfiguredRoute {
  readonly route: SmokeRoute;
  readonly request: Partial<SmokeRequest>;
}

/** What the command needs beyond every command's context; all of it can be replaced in a test. */
export interface SmokeExtras {
  /** Routes that the configuration names. */
  routes(names: readonly string[]): Promise<readonly ConfiguredRoute[]>;
  readStdin(): Promise<string>;
  /** Asks a person; undefined where nobody is there. */
  readonly ask: ((question: string) => Promise<boolean>) | undefined;
  transport(): Transport;
  /** A clock that runs so many times as fast as life. */
  clock(speed: number): Clock;
  /** Whether Google Cloud's application default credentials may be looked for. */
  readonly defaultCredentials: boolean;
  /** Aborts on the first Ctrl+C; the second one ends the program. */
  interrupted(): AbortSignal;
}

/** The extras of a real terminal. */
export function terminalExtras(env: CliContext['env']): SmokeExtras {
  const interactive = process.stdin.isTTY === true && process.stderr.isTTY === true && !isCi(env);
  return {
    routes: async ([name]) => {
      throw new UsageError(
        `There is no route "${name}": declare it in veo-audit.yaml, or give --model and --surface.`,
      );
    },
    readStdin: async () => readFileSync(0, 'utf8'),
    ask: interactive ? askTerminal : undefined,
    transport: () => fetchTransport(),
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
  const { values, positionals } = parseOptions(args, OPTIONS, 'smoke');
  const settings = settingsOf(values, context);
  const resumed = values.resume ? await runsToResume(settings, positionals, context) : [];
  const asked = values.resume ? [] : await askedRoutes(values, positionals, settings, context, extras);
  const catalog = await context.catalog();
  requireConsent(values, settings, resumed, context, extras);
  const clock = extras.clock(settings.speed);
  const simulator = await ownSimulator(values, settings, clock, context);
  try {
    const origin = simulator?.origin ?? settings.origin;
    const plans = asked.map(({ route, request }) => {
      const aimed = origin === null ? route : { ...route, baseUrl: origin };
      return planSmoke(aimed, requestOf(values, catalog, route, request), {
        catalog,
        asOf: settings.asOf,
        now: Date.now(),
        suffix: randomBytes(3).toString('hex'),
        simulated: settings.simulated,
        deadlineMs: settings.deadlineMs,
      });
    });
    const routes = [...plans, ...resumed.map(({ plan }) => plan)].map(({ route }) => route);
    const world = await worldOf(values, settings, routes, clock, context, extras);
    const options: ProveOptions = {
      world,
      folders: settings.folders,
      version,
      controlledFailure: values['controlled-failure'] ?? settings.simulated,
      signal: extras.interrupted(),
    };
    const proofs = await Promise.all([
      ...plans.map((plan) => prove(plan, options)),
      ...resumed.map(async (run) => [await proveResumed(run, options)]),
    ]);
    return conclude(proofs.flat(), values.junit, context);
  } finally {
    await simulator?.close();
  }
}

/** What the flags settle before anything is read or sent. */
interface Settings {
  readonly simulated: boolean;
  /** A simulator that runs already. */
  readonly origin: string | null;
  readonly speed: number;
  readonly asOf: string;
  readonly ceilingUsd: number | null;
  readonly deadlineMs: number;
  readonly folders: ReturnType<typeof smokeFolders>;
}

function settingsOf(values: Values, context: SmokeContext): Settings {
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

async function askedRoutes(
  values: Values,
  names: readonly string[],
  settings: Settings,
  context: SmokeContext,
  extras: SmokeExtras,
): Promise<readonly ConfiguredRoute[]> {
  if (values.model === undefined) {
    if (names.length === 0)
      throw new UsageError('Name a route, or --model and --surface. See veo-audit smoke --help.');
    return extras.routes(names);
  }
  if (names.length > 0) throw new UsageError('Name routes or --model, not both.');
  return [{ route: routeOf(values, values.model, await context.catalog(), settings.simulated), request: {} }];
}

/** The runs that are not over and of the kind that the flags speak of. */
async function runsToResume(
  settings: Settings,
  ids: readonly string[],
  context: SmokeContext,
): Promise<readonly Run[]> {
  const { open, broken } = await openRuns(settings.folders);
  for (const id of broken) context.stderr(`The journal of ${id} cannot be read and was left alone.\n`);
  const missing = ids.find((id) => !open.some(({ plan }) => plan.id === id));
  if (missing !== undefined)
    throw new UsageError(
      `No run "${missing}" is open in ${relative(context.workingFolder, settings.folders.journal)}.`,
    );
  const chosen = open.filter(({ plan }) => ids.length === 0 || ids.includes(plan.id));
  const fitting = chosen.filter(({ plan }) => plan.simulated === settings.simulated);
  if (fitting.length < chosen.length) {
    const other = settings.simulated
      ? 'live runs are left: resume them without --simulator'
      : 'simulated runs are left: resume them with --simulator URL';
    context.stderr(`${chosen.length - fitting.length} ${other}.\n`);
  }
  if (chosen.length === 0) context.stderr('No run is open.\n');
  return fitting;
}

/** Without a person to ask, what may be billed needs --yes and --max-usd. Polling a job that exists costs nothing more. */
function requireConsent(
  values: Values,
  settings: Settings,
  resumed: readonly Run[],
  context: SmokeContext,
  extras: SmokeExtras,
): void {
  const onlyPolls =
    values.resume === true &&
    resumed.every(({ handle, submitInFlight }) => handle !== null || submitInFlight);
  if (settings.simulated || onlyPolls) return;
  if (values.yes && settings.ceilingUsd === null)
    throw new UsageError('--yes needs --max-usd N: what may all requests together cost?');
  if (!values.yes && (extras.ask === undefined || isCi(context.env))) {
    throw new UsageError(
      'Nobody is here to confirm what a live run costs: give --yes --max-usd N, or --simulate.',
    );
  }
}

function isCi(env: CliContext['env']): boolean {
  return env.CI !== undefined && env.CI !== '' && env.CI !== 'false';
}

/** A simulator for this command alone, unless one runs already. */
async function ownSimulator(
  values: Values,
  settings: Settings,
  clock: Clock,
  context: SmokeContext,
): Promise<RunningSimulator | null> {
  if (!settings.simulated || settings.origin !== null || values.resume) return null;
  const faults = faultsOf(values, context.workingFolder);
  return startSimulator({
    catalog: await context.catalog(),
    asOf: settings.asOf,
    clock,
    random: Math.random,
    faults,
    dialect: 'litellm',
  });
}

async function worldOf(
  values: Values,
  settings: Settings,
  routes: readonly SmokeRoute[],
  clock: Clock,
  context: SmokeContext,
  extras: SmokeExtras,
): Promise<SmokeWorld> {
  const catalog = await context.catalog();
  const sources = {
    env: context.env,
    readStdin: extras.readStdin,
    defaultCredentials: extras.defaultCredentials,
  };
  const keys = settings.simulated ? simulatorKeys(routes) : await liveKeys(values, routes, sources);
  const book = secretBook();
  const { redact } = book;
  return {
    clock,
    random: Math.random,
    transport: extras.transport(),
    keys: keyRing(watchedKeys(keys, book)),
    limiter: createLimiter(clock),
    catalog,
    budget: createBudget(settings.ceilingUsd),
    store: folderStore(settings.folders.videos),
    redact,
    estimate: (question) => estimateCost(question, catalog),
    confirm: async (question) => {
      if (settings.simulated) return true;
      // A cost that nobody knows cannot be kept under a ceiling; a retired ID has no price any more.
      if (values.yes) return question.mostUsd !== null || question.plan.kind === 'controlled-failure';
      return (await extras.ask?.(redact(describeQuestion(question)))) ?? false;
    },
    heard: (run, event) => {
      const sentence = describeEvent(run, event);
      if (sentence !== null && sentence.loudness !== 'debug')
        context.stderr(`${run.plan.route.name}: ${redact(sentence.text)}\n`);
    },
  };
}

function conclude(proofs: readonly Proof[], junit: string | undefined, context: SmokeContext): number {
  for (const proof of proofs) context.stdout(summaryOf(proof, context.workingFolder));
  const evidence = proofs.map((proof) => proof.evidence);
  if (junit !== undefined) writeFileSync(resolve(context.workingFolder, junit), junitOf(evidence));
  return evidence.every(({ state }) => state === 'passed') ? EXIT.ok : EXIT.findings;
}

function summaryOf({ evidence, files }: Proof, workingFolder: string): string {
  const { state, simulated, kind, route, outcome } = evidence;
  const what = kind === 'smoke' ? route.name : `${route.name} (controlled failure)`;
  const next = outcome.next === null ? '' : ` ${outcome.next}`;
  const head = `${state}${simulated ? ' [simulated]' : ''}: ${what}: ${outcome.message}${next}`;
  return `${[head, ...decisionLine(evidence), `  Evidence: ${relative(workingFolder, files.json)}`].join('\n')}\n`;
}

function decisionLine({ kind, decision }: Evidence): readonly string[] {
  return kind === 'smoke' ? [`  Decision: ${decision.verdict}. ${decision.reasons.join(' ')}`] : [];
}

async function askTerminal(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question(`${question} Type yes to send: `).finally(() => lines.close());
  return answer.trim().toLowerCase() === 'yes';
}
