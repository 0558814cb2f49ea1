// `veo-audit smoke`: proves routes from the terminal, simulated or live.
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { version } from '../../package.json';
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import { estimateCost } from '../cost/estimate.ts';
import { scaledClock } from '../smoke/clock.ts';
import { controlledFailurePlan } from '../smoke/controlledFailure.ts';
import { describeEvent, describeQuestion } from '../smoke/describe.ts';
import { FAMILIES, familyOf } from '../smoke/endpoints/index.ts';
import { defaultCredentialsKey, environmentKeys, KEYS_VARIABLE } from '../smoke/environmentKeys.ts';
import { type Evidence, evidenceOf } from '../smoke/evidence.ts';
import { type SmokeFolders, smokeFolders } from '../smoke/folders.ts';
import { fetchTransport, type Transport } from '../smoke/http.ts';
import { openJournal, readJournals } from '../smoke/journal.ts';
import { parseJson } from '../smoke/json.ts';
import { junitOf } from '../smoke/junit.ts';
import { type BoundKey, fixedKey, hostOf, isLoopback, keyRing } from '../smoke/keys.ts';
import { createLimiter } from '../smoke/limits.ts';
import { planSmoke, smallestRequest } from '../smoke/plan.ts';
import { redactor } from '../smoke/redact.ts';
import type { Plan, Run } from '../smoke/run.ts';
import { isResumable, resumeSmoke, runSmoke } from '../smoke/runner.ts';
import { createBudget, type SmokeWorld } from '../smoke/session.ts';
import { type Fault, FaultScriptSchema, parseFault } from '../smoke/simulator/faults.ts';
import { startSimulator } from '../smoke/simulator/server.ts';
import { folderStore } from '../smoke/store.ts';
import { type Clock, FAMILY_IDS, type SmokeRequest, type SmokeRoute } from '../smoke/types.ts';
import { hasEvidence, writeEvidence } from '../smoke/writeEvidence.ts';
import { dayOption, parseOptions, wordOption } from './arguments.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';

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
  model: { type: 'string' },
  surface: { type: 'string' },
  seconds: { type: 'string' },
  resolution: { type: 'string' },
  'aspect-ratio': { type: 'string' },
  samples: { type: 'string' },
  audio: { type: 'boolean' },
  'no-audio': { type: 'boolean' },
  prompt: { type: 'string' },
  'base-url': { type: 'string' },
  family: { type: 'string' },
  project: { type: 'string' },
  location: { type: 'string' },
  simulate: { type: 'boolean' },
  simulator: { type: 'string' },
  speed: { type: 'string' },
  fault: { type: 'string', multiple: true },
  faults: { type: 'string' },
  'as-of': { type: 'string' },
  yes: { type: 'boolean' },
  'max-usd': { type: 'string' },
  'controlled-failure': { type: 'boolean' },
  'key-stdin': { type: 'boolean' },
  'key-host': { type: 'string' },
  resume: { type: 'boolean' },
  deadline: { type: 'string' },
  junit: { type: 'string' },
} as const;

/** The part of the context that the command uses. */
export type SmokeContext = Pick<CliContext, 'workingFolder' | 'today' | 'env' | 'catalog' | 'stdout' | 'stderr'>;

type Values = ReturnType<typeof parseOptions<typeof OPTIONS>>['values'];

/** What the command needs beyond every command's context; all of it can be replaced in a test. */
export interface SmokeExtras {
  readonly version: string;
  /** Routes that the configuration names, with their requests. */
  routes(names: readonly string[]): Promise<readonly ConfiguredRoute[]>;
  readStdin(): Promise<string>;
  /** Asks a person; undefined where nobody is there. */
  readonly ask: ((question: string) => Promise<boolean>) | undefined;
  transport(): Transport;
  /** A clock that runs so many times as fast as life. */
  clock(speed: number): Clock;
  /** Whether Google Cloud's application default credentials may be looked for. */
  readonly defaultCredentials: boolean;
  readonly signal: AbortSignal;
}

/** A route of the configuration and what of its smallest request it changes. */
export interface ConfiguredRoute {
  readonly route: SmokeRoute;
  readonly request: Partial<SmokeRequest>;
}

/** The extras of a real terminal. */
export function terminalExtras(env: CliContext['env'], signal = new AbortController().signal): SmokeExtras {
  const interactive = process.stdin.isTTY === true && process.stderr.isTTY === true && !isCi(env);
  return {
    version,
    routes: async (names) => {
      throw new UsageError(
        `There is no route "${names[0]}": name --model and --surface, or declare the route in veo-audit.yaml.`,
      );
    },
    readStdin: async () => readFileSync(0, 'utf8'),
    ask: interactive ? askTerminal : undefined,
    transport: () => fetchTransport(),
    clock: scaledClock,
    defaultCredentials: true,
    signal,
  };
}

/** Runs the command; the exit status. */
export async function smokeCommand(
  args: readonly string[],
  context: SmokeContext,
  extras: SmokeExtras = terminalExtras(context.env),
): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS, 'smoke');
  const folders = smokeFolders(context.workingFolder);
  const catalog = await context.catalog();
  const resumed = values.resume ? await runsToResume(folders, positionals, context) : [];
  const asked = values.resume ? [] : await askedRoutes(values, positionals, catalog, extras);
  const simulated = isSimulated(values);
  const ceiling = ceilingOf(
    values,
    simulated,
    resumed.every(({ handle }) => handle !== null) && values.resume === true,
    context,
    extras,
  );
  const asOf = simulated ? dayOption(values['as-of'], '--as-of', context.today) : context.today;
  if (!simulated && values['as-of'] !== undefined)
    throw new UsageError('--as-of is for simulations: a live run is always today.');
  const speed = simulated ? numberOption(values.speed, '--speed', 60, { min: 0.01, max: 100_000 }) : 1;
  const clock = extras.clock(speed);
  const simulator =
    values.simulate && !values.simulator && !values.resume
      ? await startSimulator({
          catalog,
          asOf,
          clock,
          random: Math.random,
          faults: faultsOf(values, context),
          dialect: 'litellm',
        })
      : null;
  const origin = simulator?.origin ?? simulatorOrigin(values.simulator);
  const aimed = asked.map(({ route, request }) => ({ route: aim(route, origin), request }));
  try {
    const routes = [...aimed.map(({ route }) => route), ...resumed.map(({ plan }) => plan.route)];
    const { keys, secrets } = simulated
      ? simulatorKeys(routes)
      : await liveKeys(values, routes, context, extras);
    const redact = redactor(secrets);
    const world: SmokeWorld = {
      clock,
      random: Math.random,
      transport: extras.transport(),
      keys: keyRing(keys),
      limiter: createLimiter(clock),
      catalog,
      budget: createBudget(ceiling),
      store: folderStore(folders.videos),
      redact,
      estimate: (question) => estimateCost(question, catalog),
      confirm: async (question) => {
        if (simulated) return true;
        if (values.yes) return question.mostUsd !== null;
        return (await extras.ask?.(describeQuestion(question))) ?? false;
      },
      heard: (run, event) => {
        const sentence = describeEvent(run, event);
        if (sentence !== null && sentence.loudness !== 'debug')
          context.stderr(`${run.plan.route.name}: ${redact(sentence.text)}\n`);
      },
    };
    const session: SmokeSession = { world, folders, context, extras, asOf };
    const deadlineMs = numberOption(values.deadline, '--deadline', 10, { min: 0.1, max: 1440 }) * 60_000;
    const plans = aimed.map(({ route, request }) =>
      planSmoke(route, requestOf(values, catalog, route, request), {
        catalog,
        asOf,
        now: Date.now(),
        suffix: randomBytes(3).toString('hex'),
        simulated,
        deadlineMs,
      }),
    );
    const evidence = await Promise.all([
      ...plans.map((plan) => provePlan(plan, values['controlled-failure'] === true || simulated, session)),
      ...resumed.map((run) => proveResumed(run, session)),
    ]);
    const all = evidence.flat();
    if (values.junit !== undefined) writeFileSync(resolve(context.workingFolder, values.junit), junitOf(all));
    return all.every(({ state }) => state === 'passed') ? EXIT.ok : EXIT.findings;
  } finally {
    await simulator?.close();
  }
}

interface SmokeSession {
  readonly world: SmokeWorld;
  readonly folders: SmokeFolders;
  readonly context: SmokeContext;
  readonly extras: SmokeExtras;
  readonly asOf: Day;
}

/** The refusal only after a pass: a dead or broken route is asked for nothing more. */
async function provePlan(
  plan: Plan,
  withRefusal: boolean,
  session: SmokeSession,
): Promise<readonly Evidence[]> {
  const { world, extras } = session;
  const prove = (one: Plan) =>
    inJournal(one.id, session, (journal) => runSmoke(one, world, journal, extras.signal));
  const run = await prove(plan);
  const refusalPlan =
    withRefusal && run.state === 'passed' ? controlledFailurePlan(world.catalog, plan) : null;
  const refusal = refusalPlan === null ? null : await prove(refusalPlan);
  const second = refusal === null ? [] : [await report(refusal, null, session)];
  return [await report(run, refusal, session), ...second];
}

async function proveResumed(run: Run, session: SmokeSession): Promise<readonly Evidence[]> {
  const { runs } = await readJournals(session.folders.journal);
  const refusal = runs.find(({ plan }) => plan.id === `${run.plan.id}-refusal`) ?? null;
  const ended = await inJournal(run.plan.id, session, (journal) =>
    resumeSmoke(run, session.world, journal, session.extras.signal),
  );
  return [await report(ended, refusal, session)];
}

async function inJournal(
  id: string,
  session: SmokeSession,
  work: (journal: Awaited<ReturnType<typeof openJournal>>) => Promise<Run>,
): Promise<Run> {
  const journal = await openJournal(session.folders.journal, id, session.world.redact);
  return work(journal).finally(() => journal.close());
}

async function report(run: Run, controlled: Run | null, session: SmokeSession): Promise<Evidence> {
  const { world, folders, context, extras } = session;
  const evidence = evidenceOf(run, {
    version: extras.version,
    catalog: world.catalog,
    redact: world.redact,
    controlled,
  });
  const files = await writeEvidence(folders.evidence, evidence);
  const mark = evidence.simulated ? ' [simulated]' : '';
  const what =
    evidence.kind === 'smoke' ? evidence.route.name : `${evidence.route.name} (controlled failure)`;
  const next = evidence.outcome.next === null ? '' : ` ${evidence.outcome.next}`;
  const decision =
    evidence.kind === 'smoke'
      ? `  Decision: ${evidence.decision.verdict}. ${evidence.decision.reasons.join(' ')}\n`
      : '';
  context.stdout(
    `${evidence.state}${mark}: ${what}: ${evidence.outcome.message}${next}\n${decision}  Evidence: ${relative(context.workingFolder, files.json)}\n`,
  );
  return evidence;
}

async function askedRoutes(
  values: Values,
  names: readonly string[],
  catalog: Catalog,
  extras: SmokeExtras,
): Promise<readonly ConfiguredRoute[]> {
  if (values.model === undefined) {
    if (names.length === 0)
      throw new UsageError('Name a route, or --model and --surface. See veo-audit smoke --help.');
    return extras.routes(names);
  }
  if (names.length > 0) throw new UsageError('Name routes or --model, not both.');
  return [{ route: adHocRoute(values, values.model, catalog), request: {} }];
}

function adHocRoute(values: Values, model: string, catalog: Catalog): SmokeRoute {
  const surface = values.surface;
  if (surface === undefined)
    throw new UsageError('--model needs --surface: the same ID has another calendar on each surface.');
  if (catalog.surface(surface) === undefined) {
    throw new UsageError(
      `There is no surface "${surface}"; there are ${catalog.surfaces.map(({ id }) => id).join(', ')}.`,
    );
  }
  const family =
    values.family === undefined
      ? familyOf(surface, model)
      : wordOption(values.family, '--family', FAMILY_IDS, 'gemini-api');
  const location = values.location ?? (family === 'vertex-ai' ? 'us-central1' : null);
  const simulated = isSimulated(values);
  const baseUrl = (
    values['base-url'] ??
    FAMILIES[family].publicBaseUrl(location) ??
    (simulated ? 'https://gateway.invalid' : '')
  ).replace(/\/+$/, '');
  if (baseUrl === '')
    throw new UsageError(`${FAMILIES[family].name} has no public address: name it by --base-url.`);
  if (hostOf(baseUrl) === null)
    throw new UsageError(
      `--base-url needs an https address (http on this machine only); "${baseUrl}" is none.`,
    );
  if (family === 'vertex-ai' && values.project === undefined && !simulated)
    throw new UsageError('Vertex AI needs --project.');
  const project = family === 'vertex-ai' ? (values.project ?? 'simulated-project') : null;
  return {
    name: `${model} on ${surface}`,
    model,
    surface,
    family,
    baseUrl,
    project,
    location,
    environment: null,
    owner: null,
    labels: {},
  };
}

function requestOf(
  values: Values,
  catalog: Catalog,
  route: SmokeRoute,
  configured: Partial<SmokeRequest>,
): SmokeRequest {
  const smallest = { ...smallestRequest(catalog, route), ...configured };
  const count = (text: string | undefined, option: string, fallback: number | null) =>
    text === undefined ? fallback : numberOption(text, option, 0, { min: 1, max: 600 });
  return {
    prompt: values.prompt ?? smallest.prompt,
    durationSeconds: count(values.seconds, '--seconds', smallest.durationSeconds),
    resolution:
      values.resolution === undefined
        ? smallest.resolution
        : wordOption(values.resolution, '--resolution', ['360p', '720p', '1080p', '4k'] as const, '720p'),
    aspectRatio:
      values['aspect-ratio'] === undefined
        ? smallest.aspectRatio
        : wordOption(values['aspect-ratio'], '--aspect-ratio', ['16:9', '9:16'] as const, '16:9'),
    sampleCount: count(values.samples, '--samples', smallest.sampleCount),
    generateAudio: values['no-audio'] ? false : (values.audio ?? smallest.generateAudio),
  };
}

function isSimulated(values: Values): boolean {
  return values.simulate === true || values.simulator !== undefined;
}

/** The ceiling of all runs together, null for none. Without a person to ask, a live run needs --yes and --max-usd. */
function ceilingOf(
  values: Values,
  simulated: boolean,
  onlyPolls: boolean,
  context: SmokeContext,
  extras: SmokeExtras,
): number | null {
  const ceiling =
    values['max-usd'] === undefined
      ? null
      : numberOption(values['max-usd'], '--max-usd', 0, { min: 0, max: 10_000 });
  if (simulated || onlyPolls) return ceiling;
  if (values.yes && ceiling === null)
    throw new UsageError('--yes needs --max-usd N: what may all requests together cost?');
  if (!values.yes && (extras.ask === undefined || isCi(context.env))) {
    throw new UsageError(
      'Nobody is here to confirm what a live run costs: give --yes --max-usd N, or --simulate.',
    );
  }
  return ceiling;
}

function isCi(env: CliContext['env']): boolean {
  return env['CI'] !== undefined && env['CI'] !== '' && env['CI'] !== 'false';
}

function simulatorOrigin(url: string | undefined): string | null {
  if (url === undefined) return null;
  if (!URL.canParse(url) || !isLoopback(new URL(url).hostname))
    throw new UsageError(`--simulator needs an address on this machine; "${url}" is none.`);
  return new URL(url).origin;
}

function aim(route: SmokeRoute, origin: string | null): SmokeRoute {
  return origin === null ? route : { ...route, baseUrl: origin };
}

/** A simulation never sees a real key. */
function simulatorKeys(routes: readonly SmokeRoute[]): {
  keys: readonly BoundKey[];
  secrets: readonly string[];
} {
  const hosts = routes
    .map(({ baseUrl }) => new URL(baseUrl))
    .filter(({ hostname }) => isLoopback(hostname))
    .map(({ host }) => host);
  return { keys: [fixedKey(hosts, 'simulated-key')], secrets: [] };
}

async function liveKeys(
  values: Values,
  routes: readonly SmokeRoute[],
  context: SmokeContext,
  extras: SmokeExtras,
) {
  const { keys, secrets } = environmentKeys(context.env, routes);
  const fallback = extras.defaultCredentials ? defaultCredentialsKey(routes) : null;
  const typed = values['key-stdin'] ? [await stdinKey(values, extras)] : [];
  return {
    keys: [
      ...typed.map(({ host, secret }) => fixedKey([host], secret)),
      ...keys,
      ...(fallback === null ? [] : [fallback]),
    ],
    secrets: [...secrets, ...typed.map(({ secret }) => secret)],
  };
}

/** A key from standard input is for the host that was typed beside it, never for one that a file names. */
async function stdinKey(
  values: Values,
  extras: SmokeExtras,
): Promise<{ readonly host: string; readonly secret: string }> {
  const secret = (await extras.readStdin()).trim();
  if (secret === '' || /\s/.test(secret))
    throw new UsageError('--key-stdin needs one key on standard input.');
  const surface = values.surface ?? '';
  const family = values.model === undefined ? null : FAMILIES[familyOf(surface, values.model)];
  const typed = values['base-url'] ?? family?.publicBaseUrl(values.location ?? null) ?? null;
  const host = values['key-host']?.toLowerCase() ?? (typed === null ? null : hostOf(typed));
  if (host === null)
    throw new UsageError(
      '--key-stdin needs --key-host HOST here: a key is bound to the host it is given for.',
    );
  return { host, secret };
}

/** Runs that can go on, and those that ended but were killed before their evidence was written. */
async function runsToResume(
  folders: SmokeFolders,
  ids: readonly string[],
  context: SmokeContext,
): Promise<readonly Run[]> {
  const { runs, broken } = await readJournals(folders.journal);
  for (const id of broken) context.stderr(`The journal of ${id} cannot be read and was left alone.\n`);
  const open = runs.filter((run) => isResumable(run) || !hasEvidence(folders.evidence, run.plan.id));
  const missing = ids.find((id) => !runs.some(({ plan }) => plan.id === id));
  if (missing !== undefined)
    throw new UsageError(
      `There is no run "${missing}" in ${relative(context.workingFolder, folders.journal)}.`,
    );
  if (open.length === 0) context.stderr('No run is open.\n');
  return ids.length === 0 ? open : open.filter(({ plan }) => ids.includes(plan.id));
}

/** Reads `--fault` and `--faults`. */
export function faultsOf(
  values: { readonly fault?: readonly string[] | undefined; readonly faults?: string | undefined },
  context: SmokeContext,
): readonly Fault[] {
  const named = (values.fault ?? []).map((text) => {
    const fault = parseFault(text);
    if (fault === null)
      throw new UsageError(
        `"${text}" is no fault; it is written NAME[@STEP][#NTH][*TIMES], for example rate-limited@poll*3.`,
      );
    return fault;
  });
  if (values.faults === undefined) return named;
  let text: string;
  try {
    text = readFileSync(resolve(context.workingFolder, values.faults), 'utf8');
  } catch {
    throw new UsageError(`The fault script ${values.faults} cannot be read.`);
  }
  const script = FaultScriptSchema.safeParse(parseJson(text));
  if (!script.success)
    throw new UsageError(
      `${values.faults} is no fault script: ${script.error.issues[0]?.message ?? 'wrong shape'}.`,
    );
  return [...named, ...script.data];
}

/** A number given by an option. */
export function numberOption(
  text: string | undefined,
  option: string,
  fallback: number,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  if (text === undefined) return fallback;
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number) || number < min || number > max) {
    throw new UsageError(`${option} needs a number from ${min} to ${max}; "${text}" is none.`);
  }
  return number;
}

async function askTerminal(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question(`${question} Type yes to send: `).finally(() => lines.close());
  return answer.trim().toLowerCase() === 'yes';
}
