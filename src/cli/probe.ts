// `veo-audit probe`: asks surfaces whether they still have the model IDs that are in use, free of charge and after a yes.
import { readFileSync } from 'node:fs';
import type { Catalog } from '../catalog/catalog.ts';
import { livingReplacement } from '../catalog/replacement.ts';
import type { SurfaceId } from '../catalog/types.ts';
import { jsonText } from '../outlets/json.ts';
import { plainText } from '../outlets/plain.ts';
import { usedFacts } from '../refresh/ages.ts';
import type { Probe } from '../refresh/probe.ts';
import { FAMILIES, familyOf } from '../smoke/endpoints/index.ts';
import { fetchTransport, type Transport } from '../smoke/http.ts';
import { keyRing, simulatorKeys, watchedKeys } from '../smoke/keys.ts';
import { askProbe, type PlannedProbe, ProbeError, planProbe } from '../smoke/probe.ts';
import { secretBook } from '../smoke/redact.ts';
import { plainRoute } from '../smoke/testedRoute.ts';
import type { SmokeRoute } from '../smoke/types.ts';
import { nodeFiles } from '../workspace/nodeFiles.ts';
import { writeProbe } from '../workspace/probeFiles.ts';
import { RecordPlaceError } from '../workspace/records.ts';
import { parseOptions, wordOption } from './arguments.ts';
import { personHere } from './askTerminal.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';
import { referencesInUse, runAudit } from './runAudit.ts';
import { KEY_OPTIONS, type KeySources, liveKeys } from './smokeKeys.ts';
import { baseUrlOf } from './smokeRoute.ts';
import { originOf } from './smokeSettings.ts';
import { surfaceOption } from './surfaces.ts';

export const PROBE_HELP = `Usage: veo-audit probe [ID…] [options]

Asks the surfaces themselves whether they still have a model ID: one free GET for each, with the key for that host
alone. Without an ID it asks for those in use in this folder. Nothing is generated and nothing is billed.
What was answered is kept in .veo-audit/probes and counts from then on: in the audit's words, in explain and in the
checklist.

  --surface SURFACE    ask there only (default: every Google surface that has or had the ID)
  --base-url URL       where a gateway lives; its list of models is read (needs --surface)
  --location L         the location of Vertex AI (default us-central1)
  --yes                ask without a question; without it the addresses are listed and a person is asked
  --key-stdin          read a key from standard input, for --key-host HOST or the host of --base-url
  --simulator URL      ask a stand-in that runs (veo-audit simulate); its answers are kept and never count
  --format text|json   how to print (default text)

200 with the model means listed, 404 with the API's own error means gone. A refused key, 429, 503, a redirect, a
timeout or any other answer says nothing about the model.
Keys are those of veo-audit smoke: GEMINI_API_KEY, GOOGLE_API_KEY, OPENROUTER_API_KEY, VERTEX_ACCESS_TOKEN (or Google
Cloud's application default credentials), and VEO_AUDIT_KEYS="host=key …" for gateways.

Exit status: 0 every ID is listed, 1 one is gone or not listed, 2 an answer says nothing, or wrong usage.
`;

const OPTIONS = {
  ...KEY_OPTIONS,
  surface: { type: 'string' },
  'base-url': { type: 'string' },
  location: { type: 'string' },
  simulator: { type: 'string' },
  yes: { type: 'boolean' },
  format: { type: 'string' },
} as const;

type Values = ReturnType<typeof parseOptions<typeof OPTIONS>>['values'];

/** What the command needs from the world, which a test can put in the place of. */
export interface ProbeExtras extends KeySources {
  /** Asks a person; undefined where nobody is there. */
  readonly ask: ((question: string) => Promise<boolean>) | undefined;
  readonly transport: Transport;
  /** Milliseconds since 1970. */
  now(): number;
}

function terminalExtras(env: CliContext['env']): ProbeExtras {
  return {
    env,
    readStdin: async () => readFileSync(0, 'utf8'),
    defaultCredentials: true,
    ask: personHere(env),
    transport: fetchTransport(),
    now: () => Date.now(),
  };
}

/** Runs the command; the exit status. */
export async function probeCommand(
  args: readonly string[],
  context: CliContext,
  extras: ProbeExtras = terminalExtras(context.env),
): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS, 'probe');
  const format = wordOption(values.format, '--format', ['text', 'json'] as const, 'text');
  const catalog = await context.catalog();
  const routes = await routesOf(values, positionals, catalog, context);
  if (routes.length === 0) throw new UsageError('No model ID is in use here: name one.');
  const book = secretBook();
  const keys =
    values.simulator === undefined ? await liveKeys(values, routes, extras) : simulatorKeys(routes);
  const planned = plannedOf(routes, keyRing(watchedKeys(keys, book)), context);
  await requireYes(planned, values, context, extras);
  const world = { transport: extras.transport, redact: book.redact, now: extras.now };
  // One after the other: a surface is not asked for many things at once.
  const kept: KeptProbe[] = [];
  for (const one of planned) {
    const probe = await askProbe(one, world);
    kept.push({ probe, file: await keep(probe, context) });
  }
  const unasked = routes.length - planned.length;
  if (format === 'json')
    context.stdout(
      jsonText({
        schema: 'veo-route-audit/probes/1',
        unasked,
        probes: kept.map(({ probe, file }) => ({ ...probe, file })),
      }),
    );
  else context.stdout(plainText(kept.map((one) => `${lineOf(one, catalog, context)}\n`).join('')));
  return statusOf(
    kept.map(({ probe }) => probe),
    unasked,
  );
}

interface KeptProbe {
  readonly probe: Probe;
  /** Its path as it is printed; null where no answer came that could be kept. */
  readonly file: string | null;
}

async function routesOf(
  values: Values,
  ids: readonly string[],
  catalog: Catalog,
  context: CliContext,
): Promise<readonly SmokeRoute[]> {
  const surface = values.surface === undefined ? null : surfaceOption(values.surface, catalog);
  if (values['base-url'] !== undefined && (surface === null || ids.length === 0))
    throw new UsageError('--base-url needs --surface and an ID.');
  if (ids.length === 0) return usedRoutes(values, surface, catalog, context);
  return ids.flatMap((id) => surfacesOf(id, surface, catalog).map((where) => routeOf(id, where, values)));
}

function surfacesOf(id: string, asked: SurfaceId | null, catalog: Catalog): readonly SurfaceId[] {
  if (asked !== null) return [asked];
  const surfaces = Object.keys(catalog.model(id)?.surfaces ?? {});
  if (surfaces.length === 0)
    throw new UsageError(
      `${JSON.stringify(id)} is not a model ID of the catalog: say where to ask by --surface.`,
    );
  return surfaces;
}

/** The IDs in use on Google's surfaces, what is due first. */
async function usedRoutes(
  values: Values,
  surface: SurfaceId | null,
  catalog: Catalog,
  context: CliContext,
): Promise<readonly SmokeRoute[]> {
  const run = await runAudit([], { asOf: context.today }, context);
  return usedFacts(catalog, referencesInUse(run), context.today)
    .filter((used) => surface === null || used.surface === surface)
    .map((used) => routeOf(used.model, used.surface, values));
}

function routeOf(model: string, surface: SurfaceId, values: Values): SmokeRoute {
  const family = familyOf(surface, model);
  const onVertex = family === 'vertex-ai';
  const location = onVertex ? (values.location ?? 'us-central1') : null;
  if (location !== null && !/^[a-z0-9-]{1,40}$/.test(location))
    throw new UsageError(`--location needs a location such as us-central1, not "${location}".`);
  const own = values['base-url'] ?? FAMILIES[family].publicBaseUrl(location);
  const baseUrl = originOf(values.simulator) ?? baseUrlOf(own, FAMILIES[family].name, false);
  return plainRoute({ model, surface, family, baseUrl, location });
}

/** What can be asked; what cannot is said. @throws UsageError where that is nothing */
function plannedOf(
  routes: readonly SmokeRoute[],
  keys: ReturnType<typeof keyRing>,
  { stderr }: CliContext,
): readonly PlannedProbe[] {
  const reasons: string[] = [];
  const planned = routes.flatMap((route) => {
    try {
      return [planProbe(route, keys)];
    } catch (error) {
      if (!(error instanceof ProbeError)) throw error;
      reasons.push(`${route.name} is not asked: ${error.message}`);
      return [];
    }
  });
  if (planned.length === 0) throw new UsageError([...new Set(reasons)].join('\n'));
  for (const reason of reasons) stderr(`${reason}\n`);
  return planned;
}

async function requireYes(
  planned: readonly PlannedProbe[],
  { yes, simulator }: Values,
  { stderr }: CliContext,
  { ask }: ProbeExtras,
): Promise<void> {
  const lines = planned.map(
    ({ url, key, host }) => `  GET ${url}${key === null ? '' : `, with the key for ${host}`}\n`,
  );
  stderr(`Each of these is asked once, free of charge:\n${lines.join('')}`);
  if (yes || simulator !== undefined) return;
  if (ask === undefined) throw new UsageError('Nothing was asked: add --yes to ask these addresses.');
  if (!(await ask('Ask them now?'))) throw new UsageError('Nothing was asked.');
}

async function keep(probe: Probe, { workingFolder }: CliContext): Promise<string | null> {
  if (probe.status === null) return null;
  try {
    return await writeProbe(nodeFiles(workingFolder), probe);
  } catch (error) {
    if (error instanceof RecordPlaceError) throw new UsageError(error.message);
    throw error;
  }
}

const WORDS = { listed: 'listed', gone: 'gone', 'not-listed': 'not listed', nothing: 'unsettled' } as const;

function lineOf({ probe, file }: KeptProbe, catalog: Catalog, { today }: CliContext): string {
  const { model, surface, host, answer, said, simulated } = probe;
  const replacement =
    answer === 'gone' ? livingReplacement(catalog, model, surface, today)?.model : undefined;
  const use = replacement === undefined ? '' : ` Use ${replacement}.`;
  const by = simulated ? 'the simulator' : host;
  return `${WORDS[answer].padEnd(10)}  ${model} on ${surface}: ${by} was asked, and ${said}.${use}${file === null ? '' : ` [${file}]`}`;
}

function statusOf(probes: readonly Probe[], unasked: number): number {
  if (unasked > 0 || probes.some(({ answer }) => answer === 'nothing')) return EXIT.usage;
  return probes.every(({ answer }) => answer === 'listed') ? EXIT.ok : EXIT.findings;
}
