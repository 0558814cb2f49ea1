// `veo-audit gateway check NAME`: reads a gateway's catalog, fetched only when asked and only from where the user allows.

import { relative, resolve } from 'node:path';
import { isDay } from '../catalog/days.ts';
import { type CatalogSource, checkGateway } from '../checks/checkGateway.ts';
import { GATEWAY_KINDS } from '../contracts/gatewayKinds.ts';
import { withOverrides } from '../contracts/overrides.ts';
import { ownOf } from '../contracts/own.ts';
import type { GatewayConfig } from '../contracts/schema.ts';
import { AddressRefusedError, type AllowedAddress, allowAddress } from '../gateway/address.ts';
import { GATEWAY_NAME } from '../gateway/types.ts';
import { countSeverities, reaches } from '../report/counts.ts';
import { gatewayJson } from '../report/gatewayJson.ts';
import { gatewayText } from '../report/gatewayText.ts';
import type { LoadedConfig } from '../workspace/loadConfig.ts';
import { nodeFiles } from '../workspace/nodeFiles.ts';
import { readRegularText } from '../workspace/readRegularFile.ts';
import { codeOf, reasonOf } from '../workspace/skipped.ts';
import { snapshotStore } from '../workspace/snapshotStore.ts';
import { asOfOption, failOnOption, parseOptions, wordOption } from './arguments.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';
import { readContractInputs } from './contractInputs.ts';
import { reportNotes, reportSkipped } from './partial.ts';
import { routesIn } from './routesIn.ts';
import { workspaceConfig } from './workspaceConfig.ts';

export const GATEWAY_HELP = `Usage: veo-audit gateway check NAME [PATH…] [options]

Reads the catalog of a gateway and says for each of its Veo rows, and for each route that goes through it, whether
a row is there and under which label, at which endpoints, for which groups, whether it is available, what a second
costs and how far that is from Google's price on the day, and since when it is so. Routes are those of
veo-audit.yaml and those found under the paths (default: this folder).

Options
  --url URL            fetch the catalog from this address. VEO_AUDIT_GATEWAY_<NAME>_URL in your environment does
                       the same. An address in veo-audit.yaml alone is never asked: others may have written it.
                       VEO_AUDIT_GATEWAY_<NAME>_KEY is sent as a bearer token, to that host only
  --from FILE          read a saved answer or snapshot; nothing is fetched
  --offline            read the newest snapshot that is kept; nothing is fetched
  --kind ${GATEWAY_KINDS.join('|')}
                       what the gateway is, where veo-audit.yaml does not say it
  --config FILE        the configuration (default: veo-audit.yaml in this folder, if there is one)
  --as-of YYYY-MM-DD   compare with Google's prices of this day (default: today)
  --format text|json   how to print (default text)
  --fail-on LEVEL      exit with 1 on findings of this level or above: error (default), warning, info, hint
                       or never

What is fetched is kept in .veo-audit/gateways. When nothing readable comes, the kept snapshots stay as they are and
the newest is shown.

Exit status: 0 nothing at or above --fail-on, 1 findings, 2 no catalog came, wrong usage or a broken configuration.

Examples
  veo-audit gateway check house --kind litellm --from answer.json
`;

const OPTIONS = {
  url: { type: 'string' },
  from: { type: 'string' },
  offline: { type: 'boolean' },
  kind: { type: 'string' },
  config: { type: 'string' },
  'as-of': { type: 'string' },
  format: { type: 'string' },
  'fail-on': { type: 'string' },
} as const;

/** The part of the context that the command uses. */
export type GatewayContext = Pick<
  CliContext,
  'workingFolder' | 'today' | 'env' | 'catalog' | 'stdout' | 'stderr' | 'scanWorker' | 'grammars'
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
  const [verb, name, ...paths] = positionals;
  if (verb !== 'check' || name === undefined)
    throw new UsageError('gateway needs "check" and the name of a gateway. See veo-audit gateway --help.');
  if (!GATEWAY_NAME.test(name))
    throw new UsageError(
      `A gateway's name has letters, digits, dot, dash and underscore; "${name}" has more.`,
    );
  const asOf = asOfOption(values['as-of'], context);
  const format = wordOption(values.format, '--format', ['text', 'json'] as const, 'text');
  const failOn = failOnOption(values['fail-on']);
  const { workingFolder } = context;
  const configured = await workspaceConfig(workingFolder, values.config);
  const settings = settingsOf(name, values.kind, configured);
  const source = sourceOf(name, settings, values, context);
  const catalog = withOverrides(await context.catalog(), configured.config);
  const [{ run }, contracts] = await Promise.all([
    routesIn(paths, { config: configured.config, catalog, asOf }, context),
    readContractInputs(workingFolder, configured),
  ]);
  reportSkipped(run, context);
  reportNotes(run, context);
  // The answer itself speaks of models, but sends no requests.
  const answer = source.kind === 'saved' ? relative(workingFolder, resolve(workingFolder, source.from)) : '';
  const audits = run.audits.filter(({ document }) => document.path !== answer.replaceAll('\\', '/'));
  const { check, fault, keptAs } = await checkGateway(
    { gateway: name, settings, audits, contracts, catalog, asOf },
    source,
    { fetch, today: () => context.today, store: snapshotStore(nodeFiles(workingFolder)), ...limits },
  );
  if (check !== null) context.stdout(format === 'json' ? gatewayJson(check) : gatewayText(check));
  if (keptAs !== null) context.stderr(`Kept as ${keptAs}.\n`);
  if (fault !== null) throw new UsageError(fault);
  const counts = countSeverities((check?.findings ?? []).map(({ finding }) => finding));
  return reaches(counts, failOn) ? EXIT.findings : EXIT.ok;
}

function settingsOf(name: string, kind: string | undefined, { config, file }: LoadedConfig): GatewayConfig {
  const known = ownOf(config.gateways, name);
  if (kind !== undefined) return { ...known, kind: wordOption(kind, '--kind', GATEWAY_KINDS, 'new-api') };
  if (known !== undefined) return known;
  const names = Object.keys(config.gateways ?? {});
  const others = names.length === 0 ? '' : ` (it has ${names.join(', ')})`;
  throw new UsageError(
    `${file} declares no gateway "${name}"${others}. Declare it there, or say what it is, such as --kind litellm.`,
  );
}

interface SourceValues {
  readonly url?: string | undefined;
  readonly from?: string | undefined;
  readonly offline?: boolean | undefined;
}

function sourceOf(
  name: string,
  settings: GatewayConfig,
  { url, from, offline }: SourceValues,
  context: GatewayContext,
): CatalogSource {
  if ([url, from, offline].filter((given) => given !== undefined && given !== false).length > 1)
    throw new UsageError('--url, --from and --offline exclude each other.');
  if (offline) return { kind: 'kept' };
  if (from === undefined) return { kind: 'fetch', address: addressOf(name, settings, url, context) };
  const day = /\d{4}-\d{2}-\d{2}/.exec(from)?.[0];
  const text = readSaved(resolve(context.workingFolder, from), from);
  return { kind: 'saved', text, from, day: day !== undefined && isDay(day) ? day : null };
}

function readSaved(path: string, shown: string): string {
  try {
    return readRegularText(path, 'snapshot');
  } catch (error) {
    const reason = codeOf(error) === 'ENOENT' ? 'there is no such file' : reasonOf(error);
    throw new UsageError(`${shown} cannot be read: ${reason}.`);
  }
}

const variableOf = (name: string, what: 'URL' | 'KEY'): string =>
  `VEO_AUDIT_GATEWAY_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}_${what}`;

/** The address that the user allowed. A workspace can name one, but never send anybody there. */
function addressOf(
  name: string,
  settings: GatewayConfig,
  given: string | undefined,
  { env }: GatewayContext,
): AllowedAddress {
  const variable = variableOf(name, 'URL');
  const written = given ?? env[variable];
  if (written === undefined || written === '')
    throw new UsageError(
      `No address is allowed for ${name}: add --url ${settings.url ?? 'URL'}, set ${variable}, or give a saved answer by --from FILE.`,
    );
  try {
    return allowAddress(written, name, settings.kind, env[variableOf(name, 'KEY')]);
  } catch (error) {
    if (error instanceof AddressRefusedError) throw new UsageError(error.message);
    throw error;
  }
}
