// `veo-audit init`: a commented veo-audit.yaml from the routes of the workspace.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { productionRoutes } from '../audit/contractAudit.ts';
import { initialConfig } from '../config/init.ts';
import { CONFIG_FILE } from '../contracts/configFile.ts';
import { counted } from '../outlets/counted.ts';
import { codeOf, reasonOf } from '../workspace/skipped.ts';
import { asOfOption, parseOptions } from './arguments.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';
import { routesIn } from './routesIn.ts';

export const INIT_HELP = `Usage: veo-audit init [PATH…] [--dry-run] [--as-of YYYY-MM-DD]

Writes a commented veo-audit.yaml into this folder, with a contract for each production route found under the
paths (default: this folder). An existing file is never touched.

Options
  --dry-run           print the file instead of writing it
  --as-of YYYY-MM-DD  the day that its comments speak of (default: today)

Examples
  veo-audit init --dry-run
`;

const OPTIONS = { 'dry-run': { type: 'boolean' }, 'as-of': { type: 'string' } } as const;

/** Runs the command; the exit status. */
export async function initCommand(args: readonly string[], context: CliContext): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS, 'init');
  const asOf = asOfOption(values['as-of'], context);
  const { run } = await routesIn(
    positionals,
    { config: {}, asOf, catalog: await context.catalog() },
    context,
  );
  const found = productionRoutes(run.audits, CONFIG_FILE);
  const text = initialConfig(found, run.catalog, asOf);
  if (values['dry-run']) {
    context.stdout(text);
    return EXIT.ok;
  }
  write(resolve(context.workingFolder, CONFIG_FILE), text);
  context.stderr(
    `Wrote ${CONFIG_FILE} for ${counted(found.length, 'route')} in ${counted(run.files, 'file')}.\n`,
  );
  return EXIT.ok;
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    if (codeOf(error) === 'EEXIST')
      throw new UsageError(
        `${CONFIG_FILE} is there already and was left as it is; --dry-run prints a new one.`,
      );
    throw new UsageError(`${CONFIG_FILE} cannot be written: ${reasonOf(error)}.`);
  }
}
