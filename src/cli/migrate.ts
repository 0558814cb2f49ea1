// `veo-audit migrate`: where requests to models that are shut down or deprecated can go, and what that takes.

import { withOverrides } from '../contracts/overrides.ts';
import { GOALS, planMigration } from '../migrate/plan.ts';
import type { MigrationPlan } from '../migrate/types.ts';
import { counted } from '../outlets/counted.ts';
import { plainLine } from '../outlets/plain.ts';
import { MIGRATION_FORMATS } from '../report/migration/formats.ts';
import { placesIn } from '../report/placesIn.ts';
import type { FileRun } from '../workspace/auditFiles.ts';
import { grammarsIn } from '../workspace/grammarFiles.ts';
import { migrateFiles } from '../workspace/migrateFiles.ts';
import { asOfOption, parseOptions, wordOption } from './arguments.ts';
import { type CliContext, EXIT, UsageError } from './context.ts';
import { print } from './output.ts';
import { reportNotes, reportSkipped } from './partial.ts';
import { routesIn } from './routesIn.ts';
import { workspaceConfig } from './workspaceConfig.ts';

export const MIGRATE_HELP = `Usage: veo-audit migrate [PATH…] [options]

Plans how each request under the paths (default: this folder) moves off a model that is shut down or deprecated:
what answers on that day, what becomes of each parameter, the price before and after, what has to be set up,
what nobody knows, and the request before and after. Without --write no file is changed.

Options
  --to omni|vertex             one way only: Gemini Omni, or Veo on Vertex AI (default: both)
  --write                      with --to: make the changes whose whole shape is understood
  --format text|markdown|json  how to print (default text)
  --output FILE                print to a file
  --as-of YYYY-MM-DD           answer for this day (default: today)
  --config FILE                the configuration (default: veo-audit.yaml in this folder, if there is one)

Exit status: 0 planned, 2 wrong usage or a broken configuration.

Examples
  veo-audit migrate src
  veo-audit migrate --to omni --format markdown --output plan.md
`;

const OPTIONS = {
  to: { type: 'string' },
  write: { type: 'boolean' },
  format: { type: 'string' },
  output: { type: 'string' },
  'as-of': { type: 'string' },
  config: { type: 'string' },
} as const;

/** Runs the command; the exit status. */
export async function migrateCommand(args: readonly string[], context: CliContext): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS, 'migrate');
  const format = wordOption(values.format, '--format', ['text', 'markdown', 'json'] as const, 'text');
  const goal = values.to === undefined ? null : wordOption(values.to, '--to', GOALS, 'omni');
  if (values.write && goal === null)
    throw new UsageError('--write needs one way: add --to omni or --to vertex.');
  const asOf = asOfOption(values['as-of'], context);
  const { config } = await workspaceConfig(context.workingFolder, values.config);
  const catalog = withOverrides(await context.catalog(), config);
  const { run } = await routesIn(positionals, { config, catalog, asOf }, context);
  reportSkipped(run, context);
  reportNotes(run, context);
  const plan = await planMigration(run.audits, {
    catalog,
    asOf,
    goal,
    grammars: grammarsIn(context.grammars),
  });
  if (values.write) writeMigration(plan, run, context);
  print('plan', MIGRATION_FORMATS[format](plan, placesIn(run.audits)), values.output, context);
  return EXIT.ok;
}

/** Writes what can be edited; what was not written is said, with the reason. */
function writeMigration(plan: MigrationPlan, run: FileRun, context: CliContext): void {
  const { written, refused } = migrateFiles(plan, run);
  for (const { file, reason } of refused)
    context.stderr(`${plainLine(file)} was left as it is: ${reason}.\n`);
  context.stderr(`Moved ${counted(written.requests, 'request')} in ${counted(written.files, 'file')}.\n`);
}
