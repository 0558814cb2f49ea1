// `veo-audit gateway check NAME`: reads a gateway's catalog, fetched only when asked and only from where the user allows.
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { type ContractContext, contractsOf } from '../audit/contracts.ts';
import { SEVERITIES } from '../audit/types.ts';
import { isDay } from '../catalog/days.ts';
import type { Day } from '../catalog/types.ts';
import { withOverrides } from '../config/overrides.ts';
import { ownOf } from '../config/own.ts';
import type { GatewayConfig } from '../config/schema.ts';
import { UnreadableAnswerError } from '../gateway/answer.ts';
import { checkGateway, type GatewayCheck } from '../gateway/check.ts';
import { FetchCatalogError, fetchCatalog } from '../gateway/fetchCatalog.ts';
import { GATEWAY_FORMATS } from '../gateway/parse.ts';
import { snapshotOf } from '../gateway/snapshot.ts';
import { gatewayFolder, readSnapshots, saveSnapshot } from '../gateway/store.ts';
import { GATEWAY_KINDS, type GatewaySnapshot } from '../gateway/types.ts';
import { gatewayText } from '../report/gatewayText.ts';
import { isLoopback } from '../smoke/keys.ts';
import { reasonOf } from '../workspace/skipped.ts';
import { dayOption, parseOptions, wordOption } from './arguments.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';
import { type WorkspaceConfig, workspaceConfig } from './workspaceConfig.ts';

export const GATEWAY_HELP = `Usage: veo-audit gateway check NAME [options]

Reads the catalog of a gateway and says per row and per route of veo-audit.yaml: is it there, under which label,
at which endpoints, is it available, what does a second cost, how far is that from Google's price, what changed.

Options
  --from FILE          read a saved answer or snapshot; nothing is fetched
  --allow-url URL      fetch the catalog from this address. VEO_AUDIT_GATEWAY_<NAME>_URL in your environment does the
                       same. An address in veo-audit.yaml alone is never asked: others may have written it.
                       VEO_AUDIT_GATEWAY_<NAME>_KEY is sent as a bearer token, to that host only
  --kind ${GATEWAY_KINDS.join('|')}
                       what the gateway is, where veo-audit.yaml does not say it
  --config FILE        the configuration (default: veo-audit.yaml in this folder, if there is one)
  --as-of YYYY-MM-DD   compare with Google's prices of this day (default: today)
  --format text|json   how to print (default text)
  --fail-on LEVEL      exit with 1 on findings of this level or above: error, warning, info or never (default error)

What is fetched is kept in .veo-audit/gateways. When nothing readable comes, the last snapshot stays and is shown.

Exit status: 0 nothing at or above --fail-on, 1 findings or no catalog came, 2 wrong usage.
`;

const OPTIONS = {
  from: { type: 'string' },
  'allow-url': { type: 'string' },
  kind: { type: 'string' },
  config: { type: 'string' },
  'as-of': { type: 'string' },
  format: { type: 'string' },
  'fail-on': { type: 'string' },
} as const;

/** The part of the context that the command uses. */
export type GatewayContext = Pick<
  CliContext,
  'workingFolder' | 'today' | 'env' | 'catalog' | 'stdout' | 'stderr'
>;

/** How long and how much is waited for; tests shorten it. */
export interface GatewayLimits {
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

/** Runs the command; the exit status. */
export async function gatewayCommand(
  args: readonly string[],
  context: GatewayContext,
  limits: GatewayLimits = {},
): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS, 'gateway');
  const [verb, name, stray] = positionals;
  if (verb !== 'check' || name === undefined || stray !== undefined)
    throw new UsageError('gateway needs "check" and the name of one gateway. See veo-audit gateway --help.');
  const asOf = dayOption(values['as-of'], '--as-of', context.today);
  const format = wordOption(values.format, '--format', ['text', 'json'] as const, 'text');
  const failOn = wordOption(values['fail-on'], '--fail-on', [...SEVERITIES, 'never'] as const, 'error');
  const configured = await workspaceConfig(context.workingFolder, values.config);
  const settings = settingsOf(name, values.kind, configured);
  const kept = await readSnapshots(context.workingFolder, name, settings);
  const source: Source = { name, settings, asOf, context, limits };
  const { snapshot, fetched } =
    values.from === undefined
      ? await fetchedSnapshot(source, values['allow-url'], kept)
      : { snapshot: savedSnapshot(source, values.from), fetched: true };
  if (snapshot === undefined) return EXIT.findings;
  const check = checkGateway(
    snapshot,
    await contractContext(configured, name, settings, kept, asOf, context),
    settings,
  );
  context.stdout(format === 'json' ? `${JSON.stringify(check, null, 2)}\n` : gatewayText(check));
  return !fetched || reaches(check, failOn) ? EXIT.findings : EXIT.ok;
}

interface Source {
  readonly name: string;
  readonly settings: GatewayConfig;
  readonly asOf: Day;
  readonly context: GatewayContext;
  readonly limits: GatewayLimits;
}

function settingsOf(
  name: string,
  kind: string | undefined,
  { config, file }: WorkspaceConfig,
): GatewayConfig {
  const known = ownOf(config.gateways, name);
  if (kind !== undefined) return { ...known, kind: wordOption(kind, '--kind', GATEWAY_KINDS, 'new-api') };
  if (known !== undefined) return known;
  const names = Object.keys(config.gateways ?? {}).join(', ') || 'none';
  throw new UsageError(
    `${file} has no gateway "${name}" (it has: ${names}); declare it there, or say --kind.`,
  );
}

function savedSnapshot({ name, settings, asOf, context }: Source, file: string): GatewaySnapshot {
  const text = readSaved(resolve(context.workingFolder, file), file);
  try {
    const day = /\d{4}-\d{2}-\d{2}/.exec(file)?.[0];
    const snapshot = snapshotOf(text, {
      gateway: name,
      kind: settings.kind,
      day: day !== undefined && isDay(day) ? day : asOf,
      from: file,
    });
    return { ...snapshot, gateway: name };
  } catch (error) {
    if (error instanceof UnreadableAnswerError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

function readSaved(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${shown} cannot be read: ${reasonOf(error)}.`);
  }
}

interface Fetched {
  readonly snapshot: GatewaySnapshot | undefined;
  /** False where the snapshot is an older one, because nothing readable came. */
  readonly fetched: boolean;
}

/** Fetches, keeps and gives a snapshot; when nothing readable comes, says so and gives the last one. */
async function fetchedSnapshot(
  source: Source,
  allowed: string | undefined,
  kept: readonly GatewaySnapshot[],
): Promise<Fetched> {
  const { name, settings, context, limits } = source;
  const address = addressOf(source, allowed);
  try {
    const key = keyFor(name, address, context);
    const text = await fetchCatalog(address, { ...limits, key });
    const from = `${address.origin}${address.pathname}`;
    const snapshot = snapshotOf(text, { gateway: name, kind: settings.kind, day: context.today, from });
    const path = await saveSnapshot(gatewayFolder(context.workingFolder), snapshot);
    context.stderr(`Kept as ${relative(context.workingFolder, path)}.\n`);
    return { snapshot, fetched: true };
  } catch (error) {
    if (!(error instanceof FetchCatalogError) && !(error instanceof UnreadableAnswerError)) throw error;
    const last = kept.at(-1);
    const instead =
      last === undefined
        ? 'There is no earlier snapshot.'
        : `The snapshot of ${last.day} stays and is shown instead.`;
    context.stderr(`veo-audit: ${error.message} ${instead}\n`);
    return { snapshot: last, fetched: false };
  }
}

const variableOf = (name: string, what: 'URL' | 'KEY'): string =>
  `VEO_AUDIT_GATEWAY_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}_${what}`;

/** The address that the user allowed. A workspace can name one, but never send anybody there. */
function addressOf({ name, settings, context }: Source, allowed: string | undefined): URL {
  const variable = variableOf(name, 'URL');
  const written = allowed ?? context.env[variable];
  if (written === undefined || written === '') {
    const hint = settings.url === undefined ? 'URL' : settings.url;
    throw new UsageError(
      `No address is allowed for ${name}: add --allow-url ${hint}, set ${variable}, or give a saved answer by --from FILE.`,
    );
  }
  const address = URL.canParse(written) ? new URL(written) : null;
  if (address === null || !/^https?:$/.test(address.protocol))
    throw new UsageError(
      `The address for ${name} must begin with https:// or http://; "${written}" does not.`,
    );
  if (address.username !== '' || address.password !== '')
    throw new UsageError(
      `The address for ${name} must hold no user name or password; use ${variableOf(name, 'KEY')}.`,
    );
  const { path } = GATEWAY_FORMATS[settings.kind];
  return address.pathname === '/' && path !== null ? new URL(path, address) : address;
}

function keyFor(name: string, address: URL, { env }: GatewayContext): string | undefined {
  const key = env[variableOf(name, 'KEY')];
  if (key === undefined || key === '') return undefined;
  if (address.protocol === 'http:' && !isLoopback(address.hostname))
    throw new UsageError(`The key of ${name} is not sent over plain http to ${address.host}; use https.`);
  return key;
}

/** What the contracts of the file say of the gateway; routes of the code are not looked for here. */
async function contractContext(
  { config, file, place }: WorkspaceConfig,
  name: string,
  settings: GatewayConfig,
  kept: readonly GatewaySnapshot[],
  asOf: Day,
  context: GatewayContext,
): Promise<ContractContext> {
  const gateways = { ...config.gateways, [name]: settings };
  return {
    config: { ...config, gateways },
    configFile: file,
    place,
    contracts: contractsOf(config, []),
    routes: [],
    complete: false,
    catalog: withOverrides(await context.catalog(), config),
    asOf,
    evidence: [],
    snapshots: { [name]: kept },
  };
}

function reaches({ findings }: GatewayCheck, failOn: (typeof SEVERITIES)[number] | 'never'): boolean {
  if (failOn === 'never') return false;
  const limit = SEVERITIES.indexOf(failOn);
  return findings.some(({ meta, finding }) => SEVERITIES.indexOf(finding.severity ?? meta.severity) <= limit);
}
